import { describe, expect, it } from "vitest";
import { maxQueryDepth } from "../../src/query/arrange-tokens.ts";
import { formatText } from "../../src/query/format-text.ts";
import { maxQueryLength, maxQueryTerms, parseSearch } from "../../src/query/parse-text.ts";
import { searchFields } from "../../src/query/search-fields.ts";

/** Tuesday, 26 November 2024, 08:00 in Phnom Penh. */
const clock = { timeZone: "Asia/Phnom_Penh", nowMs: Date.UTC(2024, 10, 26, 1) };

/** A tree in its own spelling; empty when there is none. */
function read(typed: string): string {
  const { node } = parseSearch(typed, clock);
  return node === undefined ? "" : formatText(node);
}

/** Codes of the warnings with what they point at. */
function warned(typed: string): (readonly [string, string])[] {
  return parseSearch(typed, clock).warnings.map(
    ({ code, offset, length }) => [code, typed.slice(offset, offset + length)] as const,
  );
}

describe("a search", () => {
  it.for([
    ["a b OR c d", "a b OR c d"],
    ["a AND b", "a b"],
    ["a (b OR c)", "a (b OR c)"],
    ["(a b) OR c", "a b OR c"],
    ["((a))", "a"],
    ["NOT a b", "-a b"],
    ["NOT (a b)", "-(a b)"],
    ["NOT NOT a", "a"],
    ["a −b", "a -b"],
    ["(-a)", "-a"],
    ["a or b and not c", "a or b and not c"],
    ["（橋 ＯＲ 川）", "橋 OR 川"],
    ["word(s) f(x)", '"word s" "f x"'],
    ["(one word(s))", 'one "word s"'],
    ['"new br"*', "new-br*"],
    ["“new bridge … old ferry”", '"new bridge" "old ferry"'],
    ['-"new […] ferry"', '-("new" "ferry")'],
    ['title:"new... ferry"*', 'title:"new" title:ferry*'],
    ["https://www.example.com/2024/bridge/?from=mail#top", '"example com 2024 bridge"'],
    [
      "http://example.com/a/the-new-bridge.html",
      '"example com a the new bridge html" OR "the new bridge"',
    ],
    ["https://example.com/", '"example com"'],
  ])("%s is read as %s", ([typed = "", meant]) => {
    expect(read(typed)).toBe(meant);
    expect(warned(typed)).toEqual([]);
  });

  it.for([
    '"river bridge"',
    "“river bridge”",
    "„river bridge“",
    "”river bridge”",
    "«river bridge»",
    "»river bridge«",
    "‹river bridge›",
    "「river bridge」",
    "『river bridge』",
    "《river bridge》",
    "＂river bridge＂",
  ])("finds a phrase in the quotation marks of %s", (typed) => {
    expect(read(typed)).toBe('"river bridge"');
  });

  it("ends a phrase where a quotation mark stands within a sentence without spaces", () => {
    expect(read("東京「新しい橋」")).toBe('東京 "新しい 橋"');
  });

  it("leaves a quotation mark within a word to the word", () => {
    expect(read('צה"ל חדש')).toBe('"צה ל" חדש');
  });

  it("takes invisible characters before a word for spaces", () => {
    expect(read("\u200b-bridge \u200etag:rain\u200f")).toBe("-bridge tag:rain");
    expect(read("ស្ពាន\u200bថ្មី")).toBe('"ស្ពាន ថ្មី"');
  });

  it.for([
    ["title:bridge", "title:bridge"],
    ['TITLE:"a phrase"', 'title:"a phrase"'],
    ["title:(old OR new)", "title:old OR title:new"],
    ["title：橋", "title:橋"],
    ["section:Asia_Pacific", "section:asia-pacific"],
    ["section:(sport OR culture)", "section:sport OR section:culture"],
    ["tag:rain,floods", "tag:rain OR tag:floods"],
    ['tag:"rain, floods"', "tag:rain-floods"],
    ['-tag:"Rain Season"', "-tag:rain-season"],
    ["tag:rain*", "tag:rain*"],
    ["tag:*", "has:tag"],
    ["problem:*", "has:problem"],
    ["tag:_none", "tag:_none"],
    ["lang:ZH-hant", "lang:zh-Hant"],
    ["by:José*", "author:jose*"],
    ["source:https://www.example.com/news", "source:example.com"],
    ["has:IMAGE", "has:image"],
    ["has:language", "has:lang"],
    ["problem:date-unreadable", "problem:date-unreadable"],
    ["inferred:date", "inferred:datePublished"],
    ["is:draft", "is:draft"],
    ["-date:_none", "has:date"],
    ["lang: en bridge", "lang:en bridge"],
    ["bridge Is: draft", "bridge is:draft"],
    ["date: 2024-11-26T01:00Z..2024-11-26T02:00Z", "date:2024-11-26T01:00Z..2024-11-26T02:00Z"],
    ["date : bridge", "date bridge"],
  ])("reads the field of %s as %s", ([typed = "", meant]) => {
    expect(read(typed)).toBe(meant);
    expect(warned(typed)).toEqual([]);
  });

  it.for([
    ["after:2024", "2023-12-31T17:00Z", ""],
    ["since:2024-11", "2024-10-31T17:00Z", ""],
    ["before:2024", "", "2023-12-31T17:00Z"],
    ["until:2024", "", "2024-12-31T17:00Z"],
    ["date:2024-11", "2024-10-31T17:00Z", "2024-11-30T17:00Z"],
    ["date:2024-11..2025-01", "2024-10-31T17:00Z", "2025-01-31T17:00Z"],
    ["date:2024-11..", "2024-10-31T17:00Z", ""],
    ["date:..2024-11-26T08:30Z", "", "2024-11-26T08:30Z"],
    ["year:2024", "2023-12-31T17:00Z", "2024-12-31T17:00Z"],
    ["date:2024-W48", "2024-11-24T17:00Z", "2024-12-01T17:00Z"],
    ["after:26 November 2024", "2024-11-25T17:00Z", ""],
    ["date:today", "2024-11-25T17:00Z", "2024-11-26T17:00Z"],
    ["after:yesterday", "2024-11-24T17:00Z", ""],
    ["after:7d", "2024-11-18T17:00Z", ""],
    ["date:7 days ago", "2024-11-18T17:00Z", "2024-11-19T17:00Z"],
    ["date:last 7 days", "2024-11-18T17:00Z", "2024-11-26T17:00Z"],
    ["date:last-week", "2024-11-17T17:00Z", "2024-11-24T17:00Z"],
    ['date:"this month"', "2024-10-31T17:00Z", "2024-11-30T17:00Z"],
    ["date:last year", "2022-12-31T17:00Z", "2023-12-31T17:00Z"],
    ["since:March", "2024-02-29T17:00Z", ""],
    ["since:december", "2023-11-30T17:00Z", ""],
    ["since:last november", "2023-10-31T17:00Z", ""],
    ["on:Tuesday", "2024-11-25T17:00Z", "2024-11-26T17:00Z"],
    ["on:wed", "2024-11-19T17:00Z", "2024-11-20T17:00Z"],
    ["on:last tuesday", "2024-11-18T17:00Z", "2024-11-19T17:00Z"],
    ["on:3m", "2024-08-25T17:00Z", "2024-11-26T17:00Z"],
  ])("reads %s from %s to %s", ([typed = "", from, to]) => {
    expect(read(typed)).toBe(`date:${from}..${to}`);
    expect(warned(typed)).toEqual([]);
  });

  it("goes on after the words of a date", () => {
    expect(read("after: last week bridge")).toBe("date:2024-11-17T17:00Z.. bridge");
    expect(read("after:last week bridge")).toBe("date:2024-11-17T17:00Z.. bridge");
  });

  it("understands no date that is counted from today when it is not said what day it is", () => {
    const { node, warnings } = parseSearch("after:yesterday", { timeZone: "UTC" });
    expect(node && formatText(node)).toBe('"after yesterday"');
    expect(warnings).toMatchObject([{ code: "not-a-date" }]);
  });

  it("takes month names and days for words elsewhere, and says how they can be meant", () => {
    expect(read("march on Monday may")).toBe("march on monday may");
    expect(warned("march on Monday may")).toEqual([]);
    expect(read("floods since March")).toBe("floods since march");
    expect(parseSearch("floods since March", clock).warnings).toMatchObject([
      { code: "date-as-words", offset: 7, length: 11, suggestion: "since:March" },
    ]);
    expect(parseSearch("floods 2024-11-26", clock).warnings).toMatchObject([
      { code: "date-as-words", offset: 7, length: 10, suggestion: "date:2024-11-26" },
    ]);
    expect(warned("2024 2024-13 555-1234")).toEqual([]);
  });

  it.for([
    ["(a b", "a b", "bracket-unmatched", "("],
    ["a) b", "a b", "bracket-unmatched", ")"],
    ['a "b c', 'a "b c"', "quote-unclosed", '"'],
    ["OR a", "or a", "operator-alone", "OR"],
    ["a AND", "a and", "operator-alone", "AND"],
    ["a NOT", "a not", "operator-alone", "NOT"],
    ["sektion:sport", '"sektion sport"', "unknown-field", "sektion"],
    ["tag: rain", "tag rain", "no-value", "tag: "],
    ["rain tag:", "rain tag", "no-value", "tag:"],
    ["lang: elvish", "lang elvish", "no-value", "lang: "],
    ["before: the bridge", "before the bridge", "no-value", "before: "],
    ["title:(section:sport) rain", "section:sport rain", "no-value", "title:"],
    ["has:picture", '"has picture"', "unknown-value", "picture"],
    ["inferred:*", "inferred*", "unknown-value", "*"],
    ["problem:date-unreadible", '"problem date unreadible"', "unknown-value", "date-unreadible"],
    ["lang:elvish", '"lang elvish"', "unknown-value", "elvish"],
    ["lang:constructor", '"lang constructor"', "unknown-value", "constructor"],
    ["inferred:constructor", '"inferred constructor"', "unknown-value", "constructor"],
    ["after:soon", '"after soon"', "not-a-date", "soon"],
    ["after:constructor", '"after constructor"', "not-a-date", "constructor"],
    ["date:2024-02-30", '"date 2024 02 30"', "not-a-date", "2024-02-30"],
    ["date:2025..2024", '"date 2025 2024"', "range-empty", "2025..2024"],
  ])("searches %s as %s, with a warning", ([typed = "", meant, code, stretch]) => {
    expect(read(typed)).toBe(meant);
    expect(warned(typed)).toEqual([[code, stretch]]);
  });

  it.for(["title:()", "section:( ) lang:(date:2024)", "tag:(lang:elvish)", "title:("])(
    "marks each field of %s, though it holds nothing",
    (typed) => {
      const marked = parseSearch(typed, clock).spans.map(({ start, end }) =>
        typed.slice(start, end),
      );
      for (const field of typed.match(/[a-z]+:/g) ?? [])
        expect(marked.some((part) => part.startsWith(field))).toBe(true);
    },
  );

  it("suggests what was meant", () => {
    const suggested = (typed: string): string | undefined =>
      parseSearch(typed, clock).warnings[0]?.suggestion;
    expect(suggested("sektion:sport")).toBe("section");
    expect(suggested("problem:date-unreadible")).toBe("date-unreadable");
    expect(suggested("inferred:autor")).toBe("author");
    expect(suggested("rain tag: open")).toBe("tag:");
    expect(suggested("rain tag:")).toBeUndefined();
  });

  it.for(["12:30", "https://example.com/a", "e-mail", "5″", ":)"])(
    "has nothing to say of %s but perhaps of its brackets",
    (typed) => {
      expect(warned(typed).filter(([code]) => code !== "bracket-unmatched")).toEqual([]);
    },
  );

  it("says where it stops reading: after so many characters, terms and brackets", () => {
    expect(warned(`a${" ".repeat(maxQueryLength)}b`)).toEqual([["too-long", " b"]]);
    expect(warned("a ".repeat(maxQueryTerms + 2))).toEqual([["too-many-terms", "a a "]]);
    expect(parseSearch(`tag:${"a,".repeat(maxQueryTerms + 1)}`).node).toBeUndefined();
    const deep = `${"(".repeat(maxQueryDepth + 1)}a b${")".repeat(maxQueryDepth + 1)} OR c`;
    expect(warned(deep)).toEqual([["too-deep", "("]]);
    expect(read(deep)).toBe("a b OR c");
  });

  it("tells what each part of the text is", () => {
    const typed = '-title:"a b" (tag:rain OR x) foo:y after:last week';
    const parts = parseSearch(typed, clock).spans.map(({ start, end, role }) => [
      typed.slice(start, end),
      role,
    ]);
    expect(parts).toEqual([
      ["-", "operator"],
      ["title:", "field"],
      ['"a b"', "phrase"],
      ["(", "operator"],
      ["tag:", "field"],
      ["rain", "value"],
      ["OR", "operator"],
      ["x", "word"],
      [")", "operator"],
      ["foo", "mistake"],
      [":y", "word"],
      ["after:", "field"],
      ["last week", "value"],
    ]);
  });
});

describe("the table of fields", () => {
  it("names every field once, with an example that is understood", () => {
    const names = searchFields.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
    expect(new Set(names).size).toBe(names.length);
    for (const { example } of searchFields) expect(warned(example), example).toEqual([]);
  });
});
