import { put, sample, type Put, type SampleFields } from "../../src/archive/conformance/sample.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { everything, type Query } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

/** An article as an index is given it. */
export function article(
  id: string,
  headline: string,
  body: string,
  fields: SampleFields = {},
): Put {
  return put(sample(id, { ...fields, headline, body }));
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
