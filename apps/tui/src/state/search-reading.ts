import {
  parseSearch,
  searchFields,
  type QueryWarning,
  type QueryWarningCode,
  type SearchReading,
} from "@broadsheet/core/view";
import type { Proposal } from "./proposal.ts";
import type { State } from "./state.ts";
import { replace, type TextField } from "./text-field.ts";
import { valueProposal } from "./value-completion.ts";
import { wantedQuery } from "./wanted-query.ts";
import { words } from "../words/words.ts";

/** Fewer letters begin too many names. */
const minLetters = 2;

/** Mistakes that are none as long as more may follow. */
const endedByMore: ReadonlySet<QueryWarningCode> = new Set([
  "quote-unclosed",
  "bracket-unmatched",
  "operator-alone",
]);

let last:
  | { readonly text: string; readonly timeZone: string; readonly reading: SearchReading }
  | undefined;

/** What the parts of the search are, and what is odd about it. */
export function searchReading({ search, status, nowMs }: State): SearchReading {
  const { text } = search;
  const timeZone = status?.timeZone ?? "UTC";
  if (last?.text !== text || last.timeZone !== timeZone)
    last = { text, timeZone, reading: parseSearch(text, { timeZone, nowMs }) };
  return last.reading;
}

/** Whether what is typed goes into the search. */
export function isTypingSearch({ screen, focus, helpTop }: State): boolean {
  return screen === "library" && focus === "search" && helpTop === undefined;
}

/** The first thing that is odd about the search; what is still being typed is not odd yet. */
export function searchWarning(state: State): QueryWarning | undefined {
  const isUnfinished = ({ code, offset, length }: QueryWarning): boolean =>
    isTypingSearch(state) &&
    (endedByMore.has(code) ||
      (code !== "date-as-words" && offset + length === state.search.cursor));
  return searchReading(state).warnings.find((warning) => !isUnfinished(warning));
}

/** What may stand in place of what is being typed: what was meant by mistake, or how it may go on. */
export function proposal(state: State): Proposal | undefined {
  if (!isTypingSearch(state)) return undefined;
  const warning = searchWarning(state);
  if (warning !== undefined) {
    const { offset: start, length, suggestion: text } = warning;
    return text === undefined ? undefined : { start, end: start + length, text };
  }
  return meantSearch(state) ?? valueProposal(state) ?? completion(state.search) ?? knownWord(state);
}

/** Whether it is known that no article holds all that is searched for. */
export function isNothingFound(state: State): boolean {
  const { list } = state;
  return list.key === wantedQuery(state).key && (list.total === 0 || list.holdingAll === 0);
}

/** What was probably meant by a search that found nothing, in its place; undefined while an article holds all of it. */
export function meantSearch(state: State): Proposal | undefined {
  const { meant, search } = state;
  if (meant?.text === undefined || meant.key !== wantedQuery(state).key) return undefined;
  if (!isNothingFound(state)) return undefined;
  return { start: 0, end: search.text.length, text: meant.text, description: words.isMeant };
}

/** The word that is being typed, which the archive may know a longer one for. */
export function begunWord(state: State): string | undefined {
  const { text, cursor } = state.search;
  if (!isTypingSearch(state) || /^\S/.test(text.slice(cursor))) return undefined;
  const begun = /(?:^|[\s(-])([\p{L}\p{M}\p{N}]+)$/u.exec(text.slice(0, cursor))?.[1] ?? "";
  return begun.length < minLetters ? undefined : begun.toLowerCase();
}

/** The word of most articles that begins as what is typed, unless that is a word itself. */
function knownWord(state: State): Proposal | undefined {
  const begun = begunWord(state);
  const { known, search } = state;
  const [first] = known?.words ?? [];
  if (begun === undefined || known?.typed !== begun || first === undefined) return undefined;
  if (known.words.some(({ word }) => word === begun)) return undefined;
  return {
    start: search.cursor - begun.length,
    end: search.cursor,
    text: first.word,
    description: words.inArticles(first.articles),
  };
}

/** The search with the proposal in its place; the cursor stands behind it where it stood in what it replaces. */
export function withProposal(field: TextField, { start, end, text }: Proposal): TextField {
  return replace(field, start, end, text);
}

/** The only name of a field, or value of one, that begins like the word before the cursor. */
function completion({ text, cursor }: TextField): Proposal | undefined {
  if (/^\S/.test(text.slice(cursor))) return undefined;
  const before = text.slice(0, cursor);
  const [, called = "", value] =
    /(?:^|[\s(-])([a-z]+)(?::([a-z-]*))?$/i.exec(before)?.map((part) => part ?? undefined) ?? [];
  if (value === undefined) {
    const name = onlyOne(
      searchFields.map((field) => field.name),
      called,
    );
    const field = searchFields.find((each) => each.name === name);
    return (
      field && {
        start: cursor - called.length,
        end: cursor,
        text: `${field.name}:`,
        description: field.description,
      }
    );
  }
  const field = searchFields.find((each) => each.name === called.toLowerCase());
  const found = onlyOne(field?.values ?? [], value);
  return found === undefined
    ? undefined
    : { start: cursor - value.length, end: cursor, text: found };
}

function onlyOne(names: readonly string[], begun: string): string | undefined {
  const found = names.filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()));
  const [only] = found;
  return begun.length >= minLetters && found.length === 1 && only !== begun ? only : undefined;
}
