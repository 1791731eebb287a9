import { valueKey, type FacetField } from "@broadsheet/core/view";
import type { Proposal } from "./proposal.ts";
import type { State } from "./state.ts";
import { words } from "../words/words.ts";

/** Fields whose values are the archive's own, so that nobody can know them all. */
const fields = ["section", "tag", "lang", "author", "source"] as const satisfies FacetField[];

/** The name of a field and what there is of its value, to the cursor; in quotation marks it may hold blanks. */
const begun = new RegExp(`(?:^|[\\s(-])(${fields.join("|")}):("[^"]*|[^\\s"()]*)$`, "iu");

/** What can stand in a search without quotation marks. */
const bare = /^[\p{L}\p{M}\p{N}_.-]+$/u;

/** The value of a field that is being typed; undefined while none is. */
export function begunValue({
  search: { text, cursor },
}: Pick<State, "search">): { readonly field: FacetField; readonly typed: string } | undefined {
  if (/^\S/.test(text.slice(cursor))) return undefined;
  const [, name = "", typed = ""] = begun.exec(text.slice(0, cursor)) ?? [];
  const field = fields.find((each) => each === name.toLowerCase());
  return field && { field, typed };
}

/** The value of most articles that begins as what is typed, unless that is a value itself. */
export function valueProposal(state: State): Proposal | undefined {
  const { search, values } = state;
  const { field, typed = "" } = begunValue(state) ?? {};
  if (field === undefined || values?.field !== field) return undefined;
  const key = valueKey(typed.replace(/^"/, ""));
  const matching = values.counts.filter(
    ({ value, label }) =>
      value !== null && (valueKey(value).startsWith(key) || valueKey(label).startsWith(key)),
  );
  const [first] = matching;
  if (first === undefined || first.value === null) return undefined;
  if (matching.some(({ value }) => value !== null && valueKey(value) === key)) return undefined;
  const name = field === "lang" ? first.value : first.label;
  return {
    start: search.cursor - typed.length,
    end: search.cursor,
    text: bare.test(name) ? name : `"${name.replaceAll('"', "")}"`,
    description: words.inArticles(first.count),
  };
}
