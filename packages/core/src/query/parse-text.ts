import { cutUnits } from "../text/clean-text.ts";
import { arrangeTokens } from "./arrange-tokens.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { TextNode } from "./query.ts";
import { Remarks, type QuerySpan, type QueryWarning } from "./query-warning.ts";
import { longestDate, type DateWords } from "./longest-date.ts";
import { readDateFilter, readFilter, type ValueFault } from "./read-filter.ts";
import { readPhrase, readWord, type WordField } from "./read-leaf.ts";
import { readQueryDate } from "./query-date.ts";
import type { Clock } from "./relative-date.ts";
import { scanSearch, type Token } from "./scan-search.ts";
import { isClosed, searchField, searchFieldNames, type SearchFieldName } from "./search-fields.ts";
import { shown } from "./query-problem.ts";
import { allOf, anyOf, noneOf } from "./tree.ts";

/**
 * Longest query text that is read, in UTF-16 units; a longer one is cut. A headline fits ten times.
 *
 * @example
 * ```ts
 * import { maxQueryLength, parseText } from "@broadsheet/core";
 *
 * parseText(`${" ".repeat(maxQueryLength)}bridge`); // => undefined
 * ```
 */
export const maxQueryLength = 1_000;

/**
 * Most words, phrases and filters that are looked for; each costs a list to intersect.
 *
 * @example
 * ```ts
 * import { maxQueryTerms, parseText } from "@broadsheet/core";
 *
 * const tree = parseText("a ".repeat(maxQueryTerms + 1));
 * tree?.type === "and" && tree.nodes.length; // => maxQueryTerms
 * ```
 */
export const maxQueryTerms = 32;

/** A month or day that nobody writes for anything else. */
const writtenDay = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** What a typed text asks for. */
export type SearchReading = {
  /** Absent when there is nothing to look for. */
  readonly node?: TextNode;
  /** What was not understood as syntax, in the order in which it was noticed. */
  readonly warnings: readonly QueryWarning[];
  /** What each part of the text is, in order. */
  readonly spans: readonly QuerySpan[];
};

/**
 * Reads what was typed into a search box. Every text is valid: what cannot be meant as syntax is searched as
 * words, with a warning. `-` and NOT bind more closely than AND, which stands between words unsaid, and AND
 * more closely than OR; they are operators in capitals only. Never throws, in linear time.
 *
 * @example
 * ```ts
 * import { parseSearch } from "@broadsheet/core";
 *
 * const { node, warnings } = parseSearch("bridge OR sektion:sport");
 * node?.type; // => "or"
 * warnings.map(({ code, offset, suggestion }) => [code, offset, suggestion]); // => [["unknown-field", 10, "section"]]
 * ```
 */
export function parseSearch(typed: string, clock: Clock = { timeZone: "UTC" }): SearchReading {
  const remarks = new Remarks();
  const text = cutUnits(typed, maxQueryLength);
  if (text.length < typed.length) {
    const rest = { start: text.length, end: typed.length };
    remarks.warn("too-long", rest, `Only the first ${maxQueryLength} characters are read.`);
    remarks.mark(rest, "mistake");
  }
  const reader = new Reader(text, arrangeTokens(scanSearch(text), text, remarks), clock, remarks);
  const node = reader.read();
  return {
    ...(node === undefined ? {} : { node }),
    warnings: remarks.warnings,
    spans: remarks.spans(),
  };
}

/**
 * What was typed as a tree alone; undefined when there is nothing to look for.
 *
 * @example
 * ```ts
 * import { parseText } from "@broadsheet/core";
 *
 * parseText("brid*"); // => { type: "word", text: "brid", prefix: true }
 * parseText("?!"); // => undefined
 * ```
 */
export function parseText(typed: string, clock?: Clock): TextNode | undefined {
  return parseSearch(typed, clock).node;
}

/** The field that values stand in: its token, or undefined where no field is named. */
type Scope = Extract<Token, { type: "field" }> | undefined;
type Value = Extract<Token, { type: "word" | "phrase" }>;

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #clock: Clock;
  readonly #remarks: Remarks;
  /** Fields of which a value was read. */
  readonly #used = new Set<Scope>();
  #at = 0;
  #terms = 0;
  #isFull = false;

  constructor(text: string, tokens: readonly Token[], clock: Clock, remarks: Remarks) {
    this.#text = text;
    this.#tokens = tokens;
    this.#clock = clock;
    this.#remarks = remarks;
  }

  read(): TextNode | undefined {
    return this.#any(undefined);
  }

  #any(scope: Scope): TextNode | undefined {
    const nodes: TextNode[] = [];
    do {
      const node = this.#all(scope);
      if (node !== undefined) nodes.push(node);
    } while (this.#takeOperator("or"));
    return anyOf(nodes);
  }

  #all(scope: Scope): TextNode | undefined {
    const nodes: TextNode[] = [];
    for (;;) {
      const type = this.#tokens[this.#at]?.type;
      if (type === undefined || type === "close" || type === "or") return allOf(nodes);
      if (this.#takeOperator("and")) continue;
      let isWanted = true;
      while (this.#takeOperator("not")) isWanted = !isWanted;
      const node = this.#one(scope);
      if (node !== undefined) nodes.push(isWanted ? node : noneOf(node));
    }
  }

  #takeOperator(type: "and" | "or" | "not" | "open" | "close"): boolean {
    const token = this.#tokens[this.#at];
    if (token?.type !== type) return false;
    this.#remarks.mark(token, "operator");
    this.#at++;
    return true;
  }

  #one(scope: Scope): TextNode | undefined {
    if (this.#takeOperator("open")) {
      const node = this.#any(scope);
      this.#takeOperator("close");
      return node;
    }
    const token = this.#tokens[this.#at++];
    if (token?.type === "field") return this.#inField(token);
    if (token?.type !== "word" && token?.type !== "phrase") return undefined;
    if (token.type === "phrase" && !token.closed) {
      const mark = { start: token.start, end: token.start + 1 };
      this.#remarks.warn("quote-unclosed", mark, "This quotation goes on to the end.");
    }
    return this.#counted(this.#value(token, scope), token);
  }

  #inField(field: Extract<Token, { type: "field" }>): TextNode | undefined {
    const node = this.#one(field);
    if (!this.#used.has(field)) {
      const message = "Nothing in these brackets is a value of this field, so it is passed over.";
      this.#remarks.warn("no-value", field, message);
    }
    // It is marked by now where one of its values was understood.
    this.#remarks.mark(field, "mistake");
    return node;
  }

  /** The tree of a term, while there are not too many. */
  #counted(node: TextNode | undefined, token: Token): TextNode | undefined {
    if (node === undefined) return undefined;
    this.#terms += "nodes" in node ? node.nodes.length : 1;
    if (this.#terms <= maxQueryTerms) return node;
    if (!this.#isFull) {
      const message = `Only the first ${maxQueryTerms} words and filters are looked for.`;
      this.#remarks.warn("too-many-terms", { start: token.start, end: this.#text.length }, message);
    }
    this.#isFull = true;
    return undefined;
  }

  #value(token: Value, scope: Scope): TextNode | undefined {
    this.#used.add(scope);
    const spaced =
      scope === undefined && token.type === "word" ? this.#spacedFilter(token) : undefined;
    if (spaced !== undefined) return spaced;
    if (scope === undefined || scope.name === "title") {
      if (scope !== undefined) this.#remarks.mark(scope, "field");
      else if (token.type === "word") this.#lookForField(token);
      this.#remarks.mark(token, token.type);
      return readTerm(token, scope === undefined ? undefined : "headline");
    }
    const { node, end } = this.#filter(token, scope.name);
    const stretch = { start: token.start, end };
    if (!("code" in node)) {
      this.#remarks.mark(scope, "field");
      this.#remarks.mark(stretch, "value");
      return node;
    }
    const whole = scope.end === token.start ? { start: scope.start, end } : stretch;
    this.#remarks.mark(whole, "mistake");
    this.#remarks.warn(node.code, stretch, node.message, node.suggestion);
    return readWord(this.#text.slice(whole.start, whole.end), undefined);
  }

  #filter(
    token: Value,
    name: Exclude<SearchFieldName, "title">,
  ): { readonly node: TextNode | ValueFault; readonly end: number } {
    const { end } = token;
    if (name === "date" || name === "after" || name === "before" || name === "until") {
      if (token.type === "phrase" || token.text.includes("..")) {
        return { node: readDateFilter(name, token.text, this.#clock), end };
      }
      const longer = this.#longestDate(this.#at - 1);
      this.#at += longer.words - 1;
      return { node: readDateFilter(name, longer.text, this.#clock), end: longer.end };
    }
    const quoted = token.type === "phrase";
    const prefix = token.type === "phrase" && token.prefix;
    return { node: readFilter(name, token.text, { quoted, prefix }), end };
  }

  #longestDate(first: number): DateWords {
    return longestDate(this.#tokens.slice(first), this.#text, this.#clock);
  }

  /** A filter with a blank after its colon, where what follows can be nothing but a value of the field. */
  #spacedFilter({ start, end, text }: Token & { readonly text: string }): TextNode | undefined {
    const name = searchField(/^([a-z]+)[:：]$/iu.exec(text)?.[1] ?? "")?.name;
    const value = this.#tokens[this.#at];
    if (name === undefined || !isClosed(name) || value?.type !== "word") return undefined;
    this.#at++;
    const filter = this.#filter(value, name);
    if ("code" in filter.node) {
      this.#at--;
      return undefined;
    }
    this.#remarks.mark({ start, end }, "field");
    this.#remarks.mark({ start: value.start, end: filter.end }, "value");
    return filter.node;
  }

  /** Warns of a word that may have been meant as a field. */
  #lookForField(token: Extract<Token, { type: "word" }>): void {
    const { start, text } = token;
    const [, name = "", colon] = /^([a-z]{2,30})([:：])(?!\/\/)/iu.exec(text) ?? [];
    const stretch = { start, end: start + name.length };
    if (colon !== undefined && searchField(name) !== undefined) {
      this.#remarks.mark(token, "mistake");
      const message = "Nothing follows this field; write its value without a space.";
      const next = this.#tokens[this.#at];
      const isSpaced = next?.type === "word" || next?.type === "phrase";
      const mark = { start, end: isSpaced ? next.start : stretch.end + 1 };
      this.#remarks.warn("no-value", mark, message, isSpaced ? text : undefined);
    } else if (colon !== undefined && text.length > name.length + 1) {
      this.#remarks.mark(stretch, "mistake");
      const suggestion = didYouMean(name, searchFieldNames);
      const meant = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
      const message = `There is no field ${name}; it is searched as words.${meant}`;
      this.#remarks.warn("unknown-field", stretch, message, suggestion);
    } else if (
      /^(?:since|until|after|before)$/i.test(text) &&
      this.#tokens[this.#at]?.type === "word"
    ) {
      const { text: found, end } = this.#longestDate(this.#at);
      if (typeof readQueryDate(found, this.#clock) !== "object") return;
      const date = shown(found.replaceAll(/\s+/g, " "));
      const meant = `${text.toLowerCase()}:${/\s/.test(date) ? `"${date}"` : date}`;
      this.#warnOfDate({ start, end }, meant);
    } else if (writtenDay.test(text) && typeof readQueryDate(text, this.#clock) === "object") {
      this.#warnOfDate(token, `date:${text}`);
    }
  }

  #warnOfDate(stretch: { readonly start: number; readonly end: number }, meant: string): void {
    const message = `These are searched as words. For articles of that time write ${meant}.`;
    this.#remarks.warn("date-as-words", stretch, message, meant);
  }
}

function readTerm(token: Value, field: WordField): TextNode | undefined {
  return token.type === "word"
    ? readWord(token.text, field)
    : readPhrase(token.text, token.prefix, field);
}
