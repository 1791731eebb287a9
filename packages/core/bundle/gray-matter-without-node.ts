import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

type Change = readonly [from: RegExp | string, to: string];

/** What is taken out of gray-matter's files; the front-matter room uses none of it. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  "index.js": [
    // A function that reads a file by its name.
    ["require('fs')", "{}"],
    // A look into a cache that is only used without options; it takes as long as all the rest.
    ["matter.cache[file.content];", "options ? undefined : matter.cache[file.content];"],
  ],
  // js-yaml 3, and an engine that evaluates JavaScript: the engines are all given by the caller.
  "lib/engines.js": [[/^[^]*$/, "module.exports = {};"]],
  // A copy of the text in a Buffer, which nobody reads and browsers do not have.
  "lib/utils.js": [["Buffer.from(input)", "input"]],
};

/** Bundles gray-matter so that it runs wherever there is JavaScript, and so that it cannot run any. */
export const grayMatterWithoutNode: Plugin = {
  name: "gray-matter-without-node",
  setup(build) {
    build.onLoad({ filter: /node_modules\/gray-matter\/.*\.js$/ }, async ({ path }) => {
      const wanted = changes[path.replace(/.*\/gray-matter\//, "")];
      if (wanted === undefined) return undefined;
      let contents = await readFile(path, "utf8");
      for (const [from, to] of wanted) {
        const changed = contents.replace(from, to);
        if (changed === contents)
          throw new Error(`gray-matter has changed: ${from} is not in ${path}`);
        contents = changed;
      }
      return { contents };
    });
  },
};
