import type { Block } from "../src/article/block.ts";
import { readBody } from "../src/article/body.ts";
import { parseArticle } from "../src/article/parse-article.ts";
import { plainText } from "../src/article/plain-text.ts";
import { summarise } from "../src/article/summarise.ts";
import { splitFrontMatter } from "../src/front-matter/split-front-matter.ts";
import type { FoundFile } from "../src/source/article-file.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { readArticleFile } from "../src/source/read-article-file.ts";
import { printMeasurement } from "./own-process.ts";

// Reading as far as one stage, in a process of its own: `node reading-process.ts STAGE FOLDER`.

const [, , stage = "", folder = ""] = process.argv;

/** What is kept of each file, as a list of all articles would: never its text. */
const stages: { readonly [stage: string]: (file: FoundFile) => unknown } = {
  list: (file) => file,
  read: (file) => readArticleFile(folder, file).text.length,
  "front-matter": (file) => {
    const { path, text } = readArticleFile(folder, file);
    return splitFrontMatter(text, path).fields;
  },
  blocks: (file) => {
    const { fields, blocks } = blocksOf(file);
    return [fields, blocks.length];
  },
  text: (file) => {
    const { fields, blocks } = blocksOf(file);
    return [fields, plainText({ blocks }).length];
  },
  article: (file) => summarise(parseArticle(readArticleFile(folder, file)).article),
};

/** The body alone, without what the model makes of it and of the fields. */
function blocksOf(file: FoundFile): { fields: unknown; blocks: readonly Block[] } {
  const { path, text } = readArticleFile(folder, file);
  const { fields, body, bodyLine } = splitFrontMatter(text, path);
  const blocks = readBody(body, {
    firstLine: bodyLine,
    resolve: (url) => url,
    dropped: () => {},
    templateLeftOut: () => {},
    tooDeep: () => {},
  });
  return { fields, blocks };
}

const read = stages[stage];
const { files } = read
  ? findArticleFiles(folder, { name: "bench", timeZone: "UTC" })
  : { files: [] };
const kept = read ? files.map(read) : [];
printMeasurement({ files: kept.length });
