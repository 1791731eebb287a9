import { type ParsedArticle, parseArticle } from "../src/article/parse-article.ts";
import { plainText } from "../src/article/plain-text.ts";
import type { FrontMatter } from "../src/front-matter/front-matter.ts";
import { splitFrontMatter } from "../src/front-matter/split-front-matter.ts";
import { parseQuery } from "../src/query/parse-query.ts";
import { parseText } from "../src/query/parse-text.ts";
import { parameters } from "../src/query/parameters.ts";
import { cleanText } from "../src/text/clean-text.ts";
import { wrapText } from "../src/text/line-breaks.ts";
import { leftOutInSilence } from "./left-out.ts";
import { unfitArticle } from "./unfit-article.ts";
import { unsafeAddress } from "./unsafe-address.ts";
import { unsafeText } from "./unsafe-text.ts";

/** A function that takes what others wrote, and what must hold for all it gives. */
export type Target = {
  readonly name: string;
  /** Calls it. All that it needs beside the input is made from the input. */
  readonly run: (input: string) => unknown;
  /** What is wrong with a result; undefined when nothing is. */
  readonly fault: (result: unknown, input: string) => string | undefined;
};

export const targets: readonly Target[] = [
  {
    name: "cleanText",
    run: cleanText,
    fault: (result) =>
      unsafeText(result) ??
      (cleanText(String(result)) === result ? undefined : "cleans more the second time"),
  },
  {
    name: "splitFrontMatter",
    run: (input) => splitFrontMatter(cleanText(input), "a.md"),
    fault: (result, input) =>
      unsafeText(result) ?? leftOutInSilence(result as FrontMatter, cleanText(input)),
  },
  {
    name: "parseArticle",
    run: (input) => {
      const path = choice(paths, input);
      const parsed = parseArticle({ path, text: input }, { timeZone: "Asia/Phnom_Penh" });
      return { ...parsed, text: plainText(parsed.article) };
    },
    fault: (result, input) =>
      unsafeText(result) ??
      unsafeAddress(result) ??
      unfitArticle((result as ParsedArticle).article, cleanText(input)),
  },
  { name: "parseText", run: parseText, fault: unsafeText },
  {
    name: "parseQuery",
    run: (input) => {
      if (input.includes("=")) return parseQuery(new URLSearchParams(input), context);
      // Two million inputs come to each parameter often enough.
      const { name = "q" } = parameters[input.length % parameters.length] ?? {};
      return parseQuery([[name, input]], context);
    },
    fault: unsafeText,
  },
  {
    name: "wrapText",
    run: (input) => wrapText(cleanText(input), input.length % 121, choice(languages, input)),
    fault: (lines, input) => unsafeText(lines) ?? lostText(lines, cleanText(input)),
  },
];

const paths = ["a.md", "2024/11/a.txt", "_posts/2024-11-26-the-bridge.md", "ខ្មែរ/index.md"];
const languages = ["en", "km", "th", "ja", "x-none", "not a language"];
const context = { timeZone: "Asia/Phnom_Penh" };

function choice<Value>(
  values: readonly [Value, ...Value[]] | readonly Value[],
  input: string,
): Value {
  return values[(input.codePointAt(0) ?? 0) % values.length] as Value;
}

/** Wrapping leaves out nothing but spaces, line ends and what is not seen. */
function lostText(lines: unknown, text: string): string | undefined {
  const seen = (each: string): string => each.replace(/[\s\u200b\u00ad]/g, "");
  const wrapped = Array.isArray(lines) ? lines.join("") : "";
  return seen(wrapped) === seen(text) ? undefined : "loses or adds text";
}
