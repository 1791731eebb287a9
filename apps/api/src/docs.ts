import { createHash } from "node:crypto";
import { docsPage, docsStyle } from "./docs-page.ts";
import { docsScript } from "./docs-script.ts";
import type { Format } from "./format.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";
import { always } from "./validity.ts";

const styleHash = createHash("sha256").update(docsStyle).digest("base64");

/** The page runs our script and asks us; nothing else. */
const page: Format = {
  suffix: "html",
  mediaType: "text/html",
  contentType: "text/html; charset=utf-8",
  headers: {
    "Content-Security-Policy": `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  },
};

const script: Format = {
  suffix: "js",
  mediaType: "text/javascript",
  contentType: "text/javascript; charset=utf-8",
};

/** `/docs` and its script: the reference, to be read and tried, without any network but ours. */
export function docs(describe: () => OpenApiDocument, basePath: string): readonly Resource[] {
  let written: string | undefined;
  const common = { problems: [], takesQuery: false, tagged: true } as const;
  return [
    {
      ...common,
      path: "/docs",
      operationId: "getDocs",
      summary: "The reference, to be read and tried",
      description: "A page",
      formats: [page],
      async plan({ url }) {
        refuseParameters(url);
        const body = (written ??= await docsPage(describe(), basePath));
        return { key: { parts: [body], validity: always }, make: () => ({ body }) };
      },
    },
    {
      ...common,
      path: "/docs.js",
      operationId: "getDocsScript",
      summary: "What the reference runs",
      description: "A script",
      formats: [script],
      plan({ url }) {
        refuseParameters(url);
        return {
          key: { parts: [docsScript], validity: always },
          make: () => ({ body: docsScript }),
        };
      },
    },
  ];
}
