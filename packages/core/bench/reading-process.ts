import type { FoundFile } from "../src/source/article-file.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { readArticleFile } from "../src/source/read-article-file.ts";
import { built, printMeasurement } from "./own-process.ts";

// Reading as far as one stage, in a process of its own: `node reading-process.ts STAGE FOLDER`.

const [, , stage = "", folder = ""] = process.argv;
const { parseArticle, plainText, splitFrontMatter, summarise } = (await built(
  "index",
)) as typeof import("../src/index.ts");

/** What is kept of each file, as a list of all articles would: never its text. */
const stages: { readonly [stage: string]: (file: FoundFile) => unknown } = {
  list: (file) => file,
  read: (file) => readArticleFile(folder, file).text.length,
  "front-matter": (file) => {
    const { path, text } = readArticleFile(folder, file);
    return splitFrontMatter(text, path).fields;
  },
  article: (file) => summarise(parseArticle(readArticleFile(folder, file)).article),
  text: (file) => {
    const { article } = parseArticle(readArticleFile(folder, file));
    return [summarise(article), plainText(article).length];
  },
};

const read = stages[stage];
const { files } = read
  ? findArticleFiles(folder, { name: "bench", timeZone: "UTC" })
  : { files: [] };
const kept = read ? files.map(read) : [];
printMeasurement({ files: kept.length });
