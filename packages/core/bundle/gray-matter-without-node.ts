import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

type Change = readonly [from: RegExp, to: string];

/** What is taken out of gray-matter's files; the front-matter room uses none of it. */
const changes: Readonly<Record<string, Change>> = {
  // A function that reads a file by its name.
  "index.js": [/require\('fs'\)/, "{}"],
  // js-yaml 3, and an engine that evaluates JavaScript: the engines are all given by the caller.
  "lib/engines.js": [/^[^]*$/, "module.exports = {};"],
  // A copy of the text in a Buffer, which nobody reads and browsers do not have.
  "lib/utils.js": [/Buffer\.from\(input\)/, "input"],
};

/** Bundles gray-matter so that it runs wherever there is JavaScript, and so that it cannot run any. */
export const grayMatterWithoutNode: Plugin = {
  name: "gray-matter-without-node",
  setup(build) {
    build.onLoad({ filter: /node_modules\/gray-matter\/.*\.js$/ }, async ({ path }) => {
      const change = changes[path.replace(/.*\/gray-matter\//, "")];
      if (change === undefined) return undefined;
      const code = await readFile(path, "utf8");
      const changed = code.replace(...change);
      if (changed === code)
        throw new Error(`gray-matter has changed: ${change[0]} is not in ${path}`);
      return { contents: changed };
    });
  },
};
