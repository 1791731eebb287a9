import type { Change, IndexText } from "../src/archive/article-index.ts";
import { indexedFile, indexText, prepared } from "../src/archive/read-file.ts";
import { parseArticle, type ParsedArticle } from "../src/article/parse-article.ts";
import { openDatabase } from "../src/sqlite/open-database.ts";
import { SqliteIndex } from "../src/sqlite/sqlite-index.ts";

const stamp = { size: 0, modifiedMs: 0, changedMs: 0, inode: 0 };

/** A text that is indexed for an evaluation. */
export type Text = {
  readonly id: string;
  readonly language: string;
  readonly title?: string;
  readonly author?: string;
  readonly text: string;
};

/** An index in memory, given what an archive's index would be given of files with these texts. */
export async function indexOf(texts: readonly Text[]): Promise<SqliteIndex> {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  await index.apply(texts.map(putChange));
  return index;
}

/** What is searched of such a text. */
export function textOf(text: Text): IndexText {
  return indexText(articleOf(text).article);
}

function articleOf({ id, language, title, author, text }: Text): ParsedArticle {
  const fields = {
    code: id,
    language,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author: author.split("\n") }),
  };
  // JSON is YAML: nothing in a title can end it.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return parseArticle({
    path: `${id}.md`,
    text: `---\n${lines.join("\n")}\n---\n\n${text}\n`,
  });
}

function putChange(text: Text): Change {
  const { article, problems } = articleOf(text);
  const { id } = text;
  const found = { path: `${id}.md`, stamp };
  const file = prepared({ found, article, problems, vanished: false }, "UTC");
  return { type: "put", file: indexedFile(file, { id, problems: [] }), text: file.text };
}
