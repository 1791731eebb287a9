import { parseText } from "../../src/query/parse-text.ts";
import { everything, type Query } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { putChange } from "../random-articles.ts";

/** An article as an index is given it. */
export function article(id: string, headline: string, body: string): ReturnType<typeof putChange> {
  return putChange({
    body,
    article: {
      id,
      path: `${id}.md`,
      headline,
      standfirst: false,
      keywords: [],
      author: [],
      wordCount: 1,
      readingMinutes: 1,
      draft: false,
      provenance: { frontMatter: "none", inferred: [] },
      figures: [],
      blocks: [],
      extra: {},
    },
  });
}

/** What is typed, as a query. */
export const query = (typed: string, sort: Query["sort"] = "relevance"): Query => ({
  ...everything,
  sort,
  text: parseText(typed)!,
});

/** An index in memory. */
export const memory = (): SqliteIndex => new SqliteIndex(openDatabase(":memory:").database);

/** The first page, without counts. */
export const options = { limit: 20, facets: [] } as const;

/** The same article with other fields. */
export function having(
  put: ReturnType<typeof article>,
  fields: Partial<ReturnType<typeof article>["file"]["article"]>,
): ReturnType<typeof article> {
  return { ...put, file: { ...put.file, article: { ...put.file.article, ...fields } } };
}
