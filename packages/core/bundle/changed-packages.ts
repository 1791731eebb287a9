import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

type Change = readonly [from: RegExp | string, to: string];

/** What is taken out of files of bundled packages, or put off. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  // The front-matter room uses none of this.
  "gray-matter/index.js": [
    // A function that reads a file by its name.
    ["require('fs')", "{}"],
    // A look into a cache that is only used without options; it takes as long as all the rest.
    ["matter.cache[file.content];", "options ? undefined : matter.cache[file.content];"],
  ],
  // js-yaml 3, and an engine that evaluates JavaScript: the engines are all given by the caller.
  "gray-matter/lib/engines.js": [[/^[^]*$/, "module.exports = {};"]],
  // A copy of the text in a Buffer, which nobody reads and browsers do not have.
  "gray-matter/lib/utils.js": [["Buffer.from(input)", "input"]],
  // The first segmenter of a process takes as long to make as half of the library takes to load, and so do the emoji:
  // both are made when a text needs them.
  "string-width/index.js": [
    ["const segmenter = new Intl.Segmenter();", "let segmenter;"],
    ["segmenter.segment(", "(segmenter ??= new Intl.Segmenter()).segment("],
    [/const emojiPrefixRegex = (.*);/, "let emoji;\nconst emojiPrefix = () => (emoji ??= $1);"],
    [/emojiPrefixRegex\./g, "emojiPrefix()."],
  ],
};

/** Changes packages while they are bundled: so that they run wherever there is JavaScript, cannot run any, and start quickly. */
export const changedPackages: Plugin = {
  name: "changed-packages",
  setup(build) {
    build.onLoad(
      { filter: /node_modules\/(?:gray-matter|string-width)\/.*\.js$/ },
      async ({ path }) => {
        const wanted = changes[path.replace(/.*\/node_modules\//, "")];
        if (wanted === undefined) return undefined;
        let contents = await readFile(path, "utf8");
        for (const [from, to] of wanted) {
          const changed = contents.replace(from, to);
          if (changed === contents) throw new Error(`${path} has changed: ${from} is not in it`);
          contents = changed;
        }
        return { contents };
      },
    );
  },
};
