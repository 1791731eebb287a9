import { pathToFileURL } from "node:url";
import { sync } from "astro";
import { projectFolder } from "./project-folder.mjs";

// `node astro.mjs FOLDER`: all articles as a content collection, their Markdown left as it is until a page
// shows it, as `astro sync` reads them (https://docs.astro.build/en/guides/content-collections). Prints how
// many there are.

const [, , folder] = process.argv;
process.env.ASTRO_TELEMETRY_DISABLED = "1";
const project = projectFolder(() => ({
  "package.json": '{ "type": "module" }',
  "src/content.config.ts": `
    import { defineCollection } from "astro:content";
    import { glob } from "astro/loaders";

    const base = new URL(${JSON.stringify(`${pathToFileURL(folder).href}/`)});
    const files = glob({ pattern: "**/*.md", base, deferRender: true });
    const load = async (context) => {
      await files.load(context);
      console.log(context.store.keys().length);
    };
    export const collections = { articles: defineCollection({ loader: { name: "articles", load } }) };
  `,
}));
await sync({ root: project, logLevel: "error" });
