import { html, raw } from "hono/html";
import type { OpenApiDocument } from "./openapi-document.ts";
import type { OpenApiParameter } from "./openapi-parameter.ts";

/** How the reference looks. It stands in the page; the server names its hash. */
export const docsStyle: string = `
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fdfcfa; --dim: #5c5c5c; --rule: #c9c5bd; --accent: #0b6469; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e3dd; --page: #161616; --dim: #a3a09a; --rule: #45423d; --accent: #7fd0cc; }
}
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 Charter, "Bitstream Charter", Cambria, "Noto Serif", serif; }
h1 { border-bottom: 3px solid var(--text); padding-bottom: .3rem; }
h2 { margin: 2.5rem 0 .2rem; font-size: 1.15rem; }
code, pre, input, select { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9rem; }
a { color: var(--accent); }
summary { cursor: pointer; color: var(--accent); }
label { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; margin: .5rem 0; }
label small { grid-column: 2; color: var(--dim); }
input, select, button { color: inherit; background: transparent; border: 1px solid var(--rule); padding: .25rem .5rem; }
button { cursor: pointer; font: inherit; }
pre { overflow: auto; max-height: 30rem; padding: .8rem 1rem; border-inline-start: 3px solid var(--rule); white-space: pre-wrap; overflow-wrap: anywhere; }
`;

type Operation = OpenApiDocument["paths"][string]["get"];

/** What can be written into a template. */
type Markup = ReturnType<typeof html>;

/** The description of the interface as a page on which each address can be tried. It loads nothing from elsewhere. */
export async function docsPage(document: OpenApiDocument, basePath: string): Promise<string> {
  const sections = Object.entries(document.paths)
    .filter(([path]) => !path.startsWith("/docs"))
    .map(([path, { get }]) => section(path, get, basePath));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${String(document.info["title"])} · HTTP</title>
        ${raw(`<style>${docsStyle}</style>`)}
        <script src="${basePath}/docs.js" defer></script>
      </head>
      <body>
        <h1>${String(document.info["title"])}</h1>
        <p>${String(document.info["summary"])}. ${String(document.info["description"])}</p>
        <p>
          A section’s feed:
          <a href="${basePath}/v1/facets/section">see which sections there are</a>, then open
          <code>${basePath}/feeds/section/KEY.rss</code>. For programs:
          <a href="${basePath}/openapi.json">openapi.json</a>.
        </p>
        ${sections}
      </body>
    </html> `;
  return (await page).toString();
}

function section(path: string, operation: Operation, basePath: string): Markup {
  const { summary, description, parameters, responses } = operation;
  const types = Object.keys(responses["200"]?.content ?? {});
  const failures = Object.entries(responses).filter(([status]) => status !== "200");
  return html`<h2 id="${operation.operationId}"><code>GET ${path}</code></h2>
    <p>${summary}.${description === undefined ? "" : ` ${description.replaceAll("`", "")}`}</p>
    <details>
      <summary>Try it</summary>
      <form method="get" action="${basePath}${path}" data-path="${basePath}${path}">
        ${parameters.map(field)}
        <label
          ><span>Accept</span
          ><select data-accept>
            ${types.map((type) => html`<option>${type}</option>`)}
          </select></label
        >
        <button>GET</button>
        <output></output>
      </form>
    </details>
    <details>
      <summary>Other answers</summary>
      <ul>
        ${failures.map(([status, response]) => html`<li>${status}: ${response.description}</li>`)}
      </ul>
    </details>`;
}

function field(parameter: OpenApiParameter): Markup {
  const { name, schema, description = "", example } = parameter;
  const isRequired = parameter.required === true;
  const hint = [example ?? ""].flat().join(",");
  const input =
    schema.enum === undefined
      ? html`<input
          name="${name}"
          data-in="${parameter.in}"
          placeholder="${hint}"
          ${isRequired ? raw("required") : ""}
        />`
      : html`<select name="${name}" data-in="${parameter.in}">
          <option value=""></option>
          ${schema.enum.map((value) => html`<option>${value ?? ""}</option>`)}
        </select>`;
  return html`<label><span>${name}</span>${input}<small>${description}</small></label> `;
}
