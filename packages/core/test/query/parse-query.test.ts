import { describe, expect, it } from "vitest";
import { parseQuery, type ParsedQuery } from "../../src/query/parse-query.ts";
import { everything } from "../../src/query/query.ts";

const day = 86_400_000;

/** What a URL asks, in UTC. */
function asked(search: string): ParsedQuery {
  return parseQuery(new URLSearchParams(search), { timeZone: "UTC" });
}

describe("parseQuery", () => {
  it("asks for everything, newest first, when nothing is given", () => {
    expect(asked("")).toEqual({
      query: everything,
      page: { limit: 20, facets: [] },
      entries: [],
      problems: [],
      warnings: [],
    });
  });

  it("passes on what the context says of drafts and of time", () => {
    const { query } = parseQuery([], { timeZone: "UTC", drafts: true, visibleAtMs: 5 });
    expect(query).toMatchObject({ drafts: true, visibleAtMs: 5 });
  });

  it("reads words as they are typed into a search box", () => {
    expect(asked("q=Bridge").query.text).toEqual({ type: "word", text: "bridge", prefix: false });
  });

  it.for([
    "section=national,business",
    "section=Business&section=NATIONAL",
    "section=national&section=business,national",
  ])("takes lists repeated, joined by commas, in capitals and twice: %s", (search) => {
    const { query, entries } = asked(search);
    expect(query.sections).toEqual(["business", "national"]);
    expect(entries).toEqual([["section", "business,national"]]);
  });

  it("writes languages in their usual form", () => {
    expect(asked("lang=EN,zh-hant,pt_br,_none,Khmer").query.languages).toEqual([
      "_none",
      "en",
      "km",
      "pt-BR",
      "zh-Hant",
    ]);
  });

  it("counts fields once each, in one order", () => {
    expect(asked("facets=year,section&facets=year").page.facets).toEqual(["section", "year"]);
  });

  it("is the same question in one spelling, whatever the order", () => {
    expect(asked("to=2024&facets=year&q=%20bridge%20&from=2023").entries).toEqual([
      ["q", "bridge"],
      ["from", "2023"],
      ["to", "2024"],
      ["facets", "year"],
    ]);
  });

  describe("from and to", () => {
    it.for([
      ["2024", Date.UTC(2024, 0), Date.UTC(2025, 0)],
      ["2024-02", Date.UTC(2024, 1), Date.UTC(2024, 2)],
      ["2024-02-29", Date.UTC(2024, 1, 29), Date.UTC(2024, 2, 1)],
    ] as const)("mean all of %s when both are it", ([written, fromMs, toMs]) => {
      expect(asked(`from=${written}&to=${written}`).query).toMatchObject({ fromMs, toMs });
    });

    it("end before a to that has a time of day, so that spans side by side share nothing", () => {
      const first = asked("from=2024-01-01T00:00Z&to=2024-01-02T00:00Z").query;
      const second = asked("from=2024-01-02T00:00Z").query;
      expect(first.toMs).toBe(Date.UTC(2024, 0, 2));
      expect(second.fromMs).toBe(first.toMs);
    });

    it("are in the archive's time zone unless they say otherwise", () => {
      const { query } = parseQuery(
        [
          ["from", "2024-11-26"],
          ["to", "2024-11-26T08:00+09:00"],
        ],
        { timeZone: "Asia/Phnom_Penh" },
      );
      expect(query).toMatchObject({
        fromMs: Date.UTC(2024, 10, 25, 17),
        toMs: Date.UTC(2024, 10, 25, 23),
      });
    });

    it("know the days on which clocks change", () => {
      const { query } = parseQuery(
        [
          ["from", "2024-03-10"],
          ["to", "2024-03-10"],
        ],
        { timeZone: "America/New_York" },
      );
      expect((query.toMs ?? 0) - (query.fromMs ?? 0)).toBe((23 / 24) * day);
    });

    it("may have a plus sign that the URL turned into a space", () => {
      expect(asked("from=2024-11-26T08:00+07:00").query.fromMs).toBe(Date.UTC(2024, 10, 26, 1));
    });

    it.for(["from=2024&to=2023", "from=2024-01-02T00:00Z&to=2024-01-02T00:00Z"])(
      "are refused when no time lies between them: %s",
      (search) => {
        expect(asked(search).problems).toMatchObject([{ code: "range-empty", parameter: "to" }]);
      },
    );
  });

  describe("problems", () => {
    it.for([
      ["sektion=x", "unknown-parameter", "sektion", "Did you mean section?"],
      ["category=x", "unknown-parameter", "category", "Did you mean section?"],
      ["per_pge=9", "unknown-parameter", "per_pge", "Did you mean limit?"],
      ["weather=x", "unknown-parameter", "weather", "There are q, section,"],
      ["q=a&q=b", "repeated-parameter", "q", "Give it once."],
      ["q=", "empty-value", "q", "leave it out"],
      ["section=a,,b", "empty-value", "section", "leave it out"],
      ["q=...", "no-words", "q", "Write a word"],
      [`q=${"a".repeat(1001)}`, "too-long", "q", "Shorten it."],
      [`section=${"a".repeat(101)}`, "too-long", "section", "Shorten it."],
      [
        `section=${Array.from({ length: 51 }, (_, place) => place).join(",")}`,
        "too-many",
        "section",
        "at most 50",
      ],
      ["sort=newst", "not-a-choice", "sort", "Did you mean newest?"],
      ["sort=random", "not-a-choice", "sort", "newest, oldest or relevance"],
      ["sort=relevance", "no-words", "sort", "what to look for"],
      ["facets=weather", "not-a-choice", "facets", "section, lang, tag, author, source or year"],
      ["limit=0", "not-a-number", "limit", "from 1 to 500"],
      ["limit=501", "not-a-number", "limit", "from 1 to 500"],
      ["limit=1e2", "not-a-number", "limit", "from 1 to 500"],
      ["limit=-1", "not-a-number", "limit", "from 1 to 500"],
      [`limit=${"9".repeat(90)}`, "not-a-number", "limit", "from 1 to 500"],
      ["from=2024-13", "not-a-date", "from", "2024-11"],
      ["to=2023-02-29", "not-a-date", "to", "2024-11"],
      ["from=yesterday%1b%5b31m", "not-a-date", "from", "2024-11"],
      ["section=!!!", "no-words", "section", "name of a section"],
      ["lang=elvish", "not-a-language", "lang", "zh-Hant"],
      ["tag=!!!", "no-words", "tag", "name of a tag"],
      ["author=...", "no-words", "author", "name of an author"],
      ["source=a b", "not-a-host", "source", "example.com"],
    ] as const)("of %s are named with the way out", ([search, code, parameter, remedy]) => {
      const { problems } = asked(search);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code, parameter });
      expect(problems[0]?.remedy).toContain(remedy);
    });

    it("all come at once, and what is right is read all the same", () => {
      const { problems, query } = asked("limit=x&sort=y&section=national&from=z");
      expect(problems.map((problem) => problem.parameter)).toEqual(["limit", "sort", "from"]);
      expect(query.sections).toEqual(["national"]);
    });

    it("repeat no control character, and never more than 120 characters", () => {
      const { problems } = asked(`${"x".repeat(500)}%1b%5b31m=1&limit=%9b31m%e2%80%ae1`);
      for (const { parameter, value, message } of problems) {
        expect(parameter.length).toBeLessThanOrEqual(120);
        expect(`${parameter}${value}${message}`).not.toMatch(/[\p{Cc}\u202e]/u);
      }
    });

    it("end at twenty, however many there are", () => {
      const many = Array.from({ length: 5_000 }, (_, place): [string, string] => [`x${place}`, ""]);
      expect(parseQuery(many, { timeZone: "UTC" }).problems).toHaveLength(20);
    });
  });
});
