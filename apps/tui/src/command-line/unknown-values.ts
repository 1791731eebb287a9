import {
  cleanLine,
  didYouMean,
  everything,
  noValue,
  type Archive,
  type Query,
} from "@broadsheet/core/view";
import { words } from "../words/words.ts";

/** What sections and languages a query asks for that no article has, each with the one that was probably meant. */
export async function unknownValues(archive: Archive, query: Query): Promise<readonly string[]> {
  const asked: readonly (readonly ["section" | "lang", readonly string[]])[] = [
    ["section", query.sections],
    ["lang", query.languages],
  ];
  const wanted = asked.filter(([, values]) => values.length > 0);
  if (wanted.length === 0) return [];
  const facets = await archive.facets(
    { ...everything, drafts: true },
    wanted.map(([field]) => field),
  );
  return wanted.flatMap(([field, values]) => {
    const known = (facets[field] ?? []).flatMap(({ value }) => value ?? []);
    return values
      .filter((value) => value !== noValue && !known.some((each) => isIn(value, each)))
      .map((value) => words.noSuchValue[field](cleanLine(value), didYouMean(value, known)));
  });
}

/** Whether an article with a value passes a filter: `zh` takes `zh-Hant` too. */
function isIn(filter: string, value: string): boolean {
  return value === filter || value.startsWith(`${filter}-`);
}
