import { describe, expect, it } from "vitest";
import { answerList, answerPreview } from "../../src/state/answers.ts";
import { foot } from "../../src/screens/foot.ts";
import { previewPane } from "../../src/screens/preview-pane.ts";
import { layout } from "../../src/state/layout.ts";
import { wantedQuery } from "../../src/state/wanted-query.ts";
import { movedBy, opened } from "../../src/commands/list-commands.ts";
import { noFilters, type State } from "../../src/state/state.ts";
import { article } from "../articles.ts";
import { inLibrary, windowOf } from "../library.ts";
import { bodyText } from "../screen-text.ts";

const articles = [
  article("a", {
    headline: "Ferry families ask who pays when the bridge opens",
    readingMinutes: 4,
  }),
  article("b", {
    headline: "Bridge deck closes six weeks early",
    section: { written: "BUSINESS", key: "business", label: "Business" },
    readingMinutes: 2,
  }),
  article("c", {
    headline: "ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ",
    section: { written: "ជាតិ", key: "ជាតិ", label: "ជាតិ" },
    day: "2024-11-25",
  }),
  article("d", {
    headline: "新しい橋の開通で渡し船の家族の暮らしはどう変わるのか、町で聞いた",
    section: { written: "国内", key: "国内", label: "国内" },
    day: "2024-11-25",
  }),
  article("e", {
    headline: "Le pont avance, le bac attend toujours une réponse",
    day: "2024-09-02",
    draft: true,
  }),
];

describe("the library", () => {
  it("at 80 columns has the list above and the preview at the foot", () => {
    expect(bodyText(inLibrary(80, 24, articles))).toBe(`
▌26 Nov   Ferry families ask who pays when the bridge opens  National        4
          Bridge deck closes six weeks early                 Business        2
 25 Nov   ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ                     ជាតិ             3
          新しい橋の開通で渡し船の家族の暮らしはどう変わる…  国内            3
  2 Sep   Le pont avance, le bac attend toujours… · Draft    National        3






 ─────────────────────────────────────────────────────────────────────────────
 NATIONAL  Srey Veal · 26 Nov 2024 · 4 min
 Ferry families ask who pays when the bridge opens
 The ferry left at nine. Nobody knew whether it would come back.
`);
  });

  it("at 40 columns gives each headline a row of its own", () => {
    expect(bodyText(inLibrary(40, 12, articles))).toBe(`
▌ Ferry families ask who pays when…
▌ National · 26 Nov · 4 min
  Bridge deck closes six weeks early
  Business · 26 Nov · 2 min
  ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ
  ជាតិ · 25 Nov · 3 min
  新しい橋の開通で渡し船の家族の…
  国内 · 25 Nov · 3 min
`);
  });

  it("from 110 columns has the preview at the right, and in the list whole headlines above their sections", () => {
    const rows = bodyText(inLibrary(120, 24, articles)).split("\n");
    expect(rows[1]).toBe(
      "▌26 Nov   Ferry families ask who pays when the bridge opens          │ NATIONAL  Srey Veal · 26 Nov 2024 · 4 min",
    );
    expect(rows[2]).toMatch(
      /^▌ {9}National · 4 min +│ Ferry families ask who pays when the bridge$/,
    );
    expect(rows[3]).toMatch(/^ {10}Bridge deck closes six weeks early +│/);
  });

  it("in a very wide terminal has a list no wider than 120 columns, and the text in two columns", () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => `Paragraph ${index}.`);
    const long = article("long", { headline: "Long", text: paragraphs.join("\n\n") });
    const state = answerPreview(inLibrary(300, 40, [long]), {
      key: "k",
      id: "long",
      found: { article: long, problems: [], generation: "a.1" },
    });
    const { list, preview } = layout(state);
    expect(list?.columns).toBe(120);
    const rows = bodyText(state)
      .split("\n")
      .map((row) => row.slice(preview?.column).trimEnd());
    // The second column goes on where the first one ends.
    const lastOfFirst = rows.findLast((row) => row.startsWith("Paragraph"));
    expect(lastOfFirst).toMatch(/^Paragraph 15\./);
    expect(rows[1]).toMatch(/^NATIONAL .*3 min +Paragraph 16\.$/);
  });

  it("has the text in the middle of a preview that is too wide for one column and too narrow for two", () => {
    const state = inLibrary(270, 40, articles);
    const { preview } = layout(state);
    const [row] = preview === undefined ? [] : previewPane(state, preview);
    expect(row?.[0]?.column).toBe(Math.floor(((preview?.columns ?? 0) - 74) / 2));
  });

  it("from 140 columns has the filters at the left", () => {
    const facets = {
      key: "",
      counts: {
        section: [{ value: "national", label: "National", count: 3 }],
        lang: [{ value: "km", label: "km", count: 1 }],
        year: [],
      },
    };
    const rows = bodyText({ ...inLibrary(140, 30, articles), facets }).split("\n");
    expect(rows.slice(1, 6).map((row) => row.slice(0, 26).trimEnd())).toEqual([
      " Section                 │",
      "   National            3 │",
      "                         │",
      " Language                │",
      "   Khmer               1 │",
    ]);
  });

  it("shows the date once a day, and always in the first row in view", () => {
    const dates = (state: State): string[] =>
      bodyText(state)
        .split("\n")
        .slice(1, 4)
        .map((row) => row.slice(1, 7).trim());
    const many = Array.from({ length: 40 }, (_, index) =>
      article(`n${index}`, { day: index < 30 ? "2024-11-26" : "2024-11-25" }),
    );
    expect(dates(inLibrary(80, 24, many))).toEqual(["26 Nov", "", ""]);
    expect(dates(movedBy(inLibrary(80, 24, many), 25))).toEqual(["26 Nov", "", ""]);
  });

  it("shows years when the archive has several", () => {
    const state = inLibrary(80, 24, articles, { firstMs: Date.parse("2019-01-01") });
    expect(bodyText(state)).toContain("\n▌26 Nov 2024   Ferry families");
  });

  it("says why there is nothing, and what to do", () => {
    expect(bodyText(inLibrary(80, 24, []))).toContain("There are no articles here yet.");
    expect(bodyText(inLibrary(80, 24, []))).toMatch(/Put some there,\s+then press r/);
    const failed: State = {
      ...inLibrary(80, 24, []),
      failures: { list: { key: "", message: "The index is broken." } },
    };
    expect(bodyText(failed)).toMatch(/The index is broken\. Press r to try\s+again\./);
  });

  it("says which filters leave nothing, and which keys change them", () => {
    const filtered: State = {
      ...inLibrary(80, 24, articles),
      filters: { ...noFilters, section: ["sport"] },
    };
    const facets = {
      key: "",
      counts: { section: [{ value: "sport", label: "Sport", count: 1 }] },
    };
    const none = (state: State): State =>
      answerList(state, windowOf([], 0, 0), wantedQuery(state).key, "a.1");
    const empty = none({ ...filtered, facets });
    expect(bodyText(empty)).toContain("No article is left in Sport.");
    const searched = none({ ...filtered, facets, search: { text: "ferry", cursor: 5 } });
    expect(bodyText(searched)).toContain("Nothing is found for “ferry” in Sport.");
    expect(bodyText(searched)).toMatch(
      /Tab changes the filters; \/ changes the search;\s+Esc shows/,
    );
    const meant = { ...searched, meant: { key: wantedQuery(searched).key, text: "fare" } };
    expect(bodyText(meant)).toMatch(/“ferry” in Sport\.\s+Did you mean fare\?/);
    // Nothing is offered that would do nothing, and no line stands over an empty preview.
    const keys = foot(searched, 78).left.map(([text]) => text);
    expect(keys).not.toContain("Enter");
    expect(keys).not.toContain("s");
    expect(bodyText(searched)).not.toContain("───");
  });

  it("says that there is nothing to choose from when that is known, whole also in a narrow pane", () => {
    const facets = { key: "", counts: {} };
    const state = { ...inLibrary(140, 30, articles), facets };
    const left = (of: State): string =>
      bodyText(of)
        .split("\n")
        .map((row) => row.slice(0, 24).trim())
        .join(" ");
    expect(left(state)).toContain("There is nothing to choose from.");
    const building = inLibrary(140, 30, articles, { state: "building" });
    expect(left({ ...building, facets }).trim()).toBe("");
  });

  it("offers to look again where there is nothing yet", () => {
    const text = ({ left }: ReturnType<typeof foot>): string =>
      left.map(([piece]) => piece).join("");
    expect(text(foot(inLibrary(80, 24, []), 78))).toContain("r refresh");
    expect(text(foot(inLibrary(80, 24, []), 78))).not.toContain("Enter");
    expect(text(foot(inLibrary(80, 24, articles), 78))).not.toContain("r refresh");
  });

  it("says over the foot what the archive wants to be told", () => {
    const state = inLibrary(80, 24, articles, { notices: ["The index is kept in memory."] });
    expect(bodyText(state)).toMatch(/\n The index is kept in memory\.\n$/);
  });

  it("shows no passage of a search that was cleared", () => {
    const state = inLibrary(80, 24, articles);
    const found = answerPreview(state, {
      key: "an earlier search",
      id: "a",
      excerpt: { text: "a passage of before", highlights: [[2, 9]] },
    });
    expect(bodyText(found)).not.toContain("a passage of before");
  });

  it("marks the matches of a search in headline and passage", () => {
    const state = inLibrary(80, 24, articles);
    const [first] = state.list.hits;
    expect(first).toBeDefined();
    const list = {
      ...state.list,
      hits: state.list.hits.map((hit) => ({
        ...hit,
        headline: { ...hit.headline, highlights: [[0, 5]] as const },
      })),
    };
    const searched = answerPreview(
      { ...state, list, search: { ...state.search, text: "bridge" } },
      { key: "", id: "a", excerpt: { text: "…before the bridge opens…", highlights: [[12, 18]] } },
    );
    expect(bodyText(searched)).toContain("“…before the bridge opens…”");
  });
});

describe("the reader", () => {
  it("shows section, headline, standfirst, byline and text in a column of 72", () => {
    const long = article("a", {
      headline: "Ferry families ask who pays",
      description: "Three hundred households lived from the crossing.",
      standfirst: true,
      text: `${"The ferry left at nine. ".repeat(8).trim()}\n\nSecond paragraph.`,
    });
    const state = opened(inLibrary(100, 24, [long]));
    const read = {
      ...state,
      reader: { ...state.reader!, found: { article: long, problems: [], generation: "a.1" } },
    };
    expect(bodyText(read)).toBe(`
             NATIONAL
             Ferry families ask who pays

             Three hundred households lived from the crossing.
             ────────
             Srey Veal · 26 Nov 2024 · 3 min

             The ferry left at nine. The ferry left at nine. The ferry left at nine.
             The ferry left at nine. The ferry left at nine. The ferry left at nine.
             The ferry left at nine. The ferry left at nine.

             Second paragraph.
`);
  });

  it("says when the article is gone", () => {
    const state = opened(inLibrary(80, 24, articles));
    expect(bodyText({ ...state, reader: { ...state.reader!, isMissing: true } })).toContain(
      "no longer in the archive",
    );
  });
});
