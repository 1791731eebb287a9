import { join } from "node:path";
import { build } from "velite";
import { projectFolder } from "./project-folder.mjs";

// `node velite.mjs FOLDER`: all articles as a collection with their bodies as they are, as `velite build`
// reads them (https://velite.js.org/guide/quick-start). Prints how many there are.

const [, , folder] = process.argv;
const project = projectFolder(() => ({
  "package.json": '{ "type": "module" }',
  "velite.config.js": `
    import { defineConfig, s } from "velite";

    export default defineConfig({
      root: ${JSON.stringify(folder)},
      collections: {
        articles: {
          name: "Article",
          pattern: "**/*.md",
          schema: s.object({ content: s.raw() }).passthrough(),
        },
      },
    });
  `,
}));
const { articles } = await build({ config: join(project, "velite.config.js"), logLevel: "error" });
console.log(articles.length);
