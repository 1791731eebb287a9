import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { createBuilder } from "@content-collections/core";
import { projectFolder } from "./project-folder.mjs";

// `node content-collections.mjs FOLDER`: all articles as a collection with their bodies as they are, built
// and then imported as a site does (https://www.content-collections.dev/docs). Prints how many there are.

const [, , folder] = process.argv;
const project = projectFolder((home) => ({
  "package.json": '{ "type": "module" }',
  "content-collections.ts": `
    import { defineCollection, defineConfig } from "@content-collections/core";
    import { z } from "zod";

    const articles = defineCollection({
      name: "articles",
      directory: ${JSON.stringify(relative(home, folder))},
      include: "**/*.md",
      schema: z.looseObject({ content: z.string() }),
    });
    export default defineConfig({ content: [articles] });
  `,
}));
const builder = await createBuilder(join(project, "content-collections.ts"));
builder.on("collector:parse-error", ({ error }) => console.error(String(error)));
builder.on("collector:read-error", ({ error }) => console.error(String(error)));
builder.on("transformer:error", ({ error }) => console.error(String(error)));
await builder.build();
const built = join(project, ".content-collections/generated/index.js");
const { allArticles } = await import(pathToFileURL(built).href);
console.log(allArticles.length);
