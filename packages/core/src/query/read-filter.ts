import { declaredLanguage } from "../article/language.ts";
import { fold } from "../text/fold.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { FilterField, TextNode } from "./query.ts";
import type { QueryWarningCode } from "./query-warning.ts";
import { readQueryDate, type DateFault } from "./query-date.ts";
import type { Clock } from "./relative-date.ts";
import { searchField, type SearchFieldName } from "./search-fields.ts";
import { shown } from "./query-problem.ts";
import { anyOf, noneOf } from "./tree.ts";
import { hostKey, noValue, valueKey } from "./value-key.ts";

/** Why a value of a field is none. */
export type ValueFault = {
  readonly code: QueryWarningCode;
  readonly message: string;
  /** The value that was probably meant. Absent when none is near. */
  readonly suggestion?: string;
};

/** Signs between the values of a list. */
const betweenValues = /[,，、،]/u;

/** The articles that have one of a field's values, which may be joined by commas. */
export function readFilter(
  field: FilterField,
  typed: string,
  options: { readonly quoted: boolean; readonly prefix: boolean },
): TextNode | ValueFault {
  const values = options.quoted ? [typed] : typed.split(betweenValues).filter(Boolean);
  const nodes: TextNode[] = [];
  for (const value of values) {
    const begins = options.prefix || (!options.quoted && /[*＊]$/u.test(value));
    const node = readValue(field, value.replace(/[*＊]$/u, ""), begins);
    if ("code" in node) return node;
    nodes.push(node);
  }
  return anyOf(nodes) ?? noSuchValue(field);
}

function readValue(field: FilterField, typed: string, prefix: boolean): TextNode | ValueFault {
  // Any value at all, of a field that an article has or has not.
  if (typed === "" && prefix && searchField("has")?.values?.includes(field) === true)
    return { type: "filter", field: "has", value: field, prefix: false };
  const { values } = searchField(field) ?? {};
  if (values !== undefined) return readChoice(field, typed === "" ? "*" : typed, values);
  if (typed === noValue) return { type: "filter", field, value: noValue, prefix: false };
  const value =
    field === "lang"
      ? declaredLanguage(typed)?.tag
      : field === "source"
        ? prefix
          ? hostStart(typed)
          : hostKey(typed)
        : valueKey(typed);
  if (value === undefined || value === "") return noSuchValue(field);
  return { type: "filter", field, value, prefix: prefix && field !== "lang" };
}

function hostStart(typed: string): string | undefined {
  return /^[\w.-]+$/.test(typed) ? typed.toLowerCase() : undefined;
}

function readChoice(
  field: FilterField,
  typed: string,
  values: readonly string[],
): TextNode | ValueFault {
  const lower = typed.toLowerCase();
  const called =
    field === "has" ? (searchField(lower)?.name ?? lower) : (inferredAs.get(lower) ?? lower);
  const value = values.find((each) => each.toLowerCase() === called.toLowerCase());
  if (value !== undefined) return { type: "filter", field, value, prefix: false };
  const suggestion = didYouMean(lower, values);
  const all = values.length > 10 ? "" : ` It can be ${values.join(", ")}.`;
  const meant = suggestion === undefined ? all : ` Did you mean ${suggestion}?`;
  return {
    code: "unknown-value",
    message: `There is no ${field}:${shown(typed)}; it is searched as words.${meant}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What the fields of an article are called elsewhere in the language. */
const inferredAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    title: "headline",
    lang: "inLanguage",
    language: "inLanguage",
    date: "datePublished",
  }),
);

function noSuchValue(field: FilterField): ValueFault {
  const message =
    field === "lang"
      ? "There is no such language; it is searched as words. Write a tag: en, km, zh-Hant."
      : `It names no ${field}; it is searched as words.`;
  return { code: "unknown-value", message };
}

const dateFaults: Readonly<Record<DateFault, string>> = {
  "date-unreadable": "It is not a date",
  "date-impossible": "There is no such date",
  "date-ambiguous": "It can mean two dates",
};

/** The articles of a time. Of two dates joined by two points both are included. */
export function readDateFilter(
  name: Extract<SearchFieldName, "date" | "after" | "before" | "until">,
  typed: string,
  clock: Clock,
): TextNode | ValueFault {
  if (name === "date" && fold(typed) === noValue) {
    return noneOf({ type: "filter", field: "has", value: "date", prefix: false });
  }
  if (name === "date" && /^[*＊]$/u.test(typed)) {
    return { type: "filter", field: "has", value: "date", prefix: false };
  }
  const [first = "", last = "", ...rest] = name === "date" ? typed.split(/\.{2,3}|…/u) : [typed];
  const isRange = name === "date" && /\.\.|…/u.test(typed);
  if (rest.length > 0 || (first === "" && last === "")) return notADate("date-unreadable");
  const [from, to] = [first, isRange ? last : ""].map((each) =>
    each.trim() === "" ? undefined : readQueryDate(each.trim(), clock),
  );
  if (typeof from === "string") return notADate(from);
  if (typeof to === "string") return notADate(to);
  if (isRange) return between(from?.fromMs, to?.toMs);
  if (from === undefined) return notADate("date-unreadable");
  if (name === "after") return between(from.fromMs, undefined);
  if (name === "before") return between(undefined, from.fromMs);
  if (name === "until") return between(undefined, from.toMs);
  return between(from.fromMs, from.endMs);
}

function between(fromMs: number | undefined, toMs: number | undefined): TextNode | ValueFault {
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    const message = "No time lies between these dates; they are searched as words.";
    return { code: "range-empty", message };
  }
  return {
    type: "date",
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(toMs === undefined ? {} : { toMs }),
  };
}

function notADate(fault: DateFault): ValueFault {
  const message = `${dateFaults[fault]}; it is searched as words. Write 2024, 2024-11, 2024-11-26, yesterday or 7d.`;
  return { code: "not-a-date", message };
}
