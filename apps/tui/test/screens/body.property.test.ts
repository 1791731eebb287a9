import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, type Excerpt, type Hit } from "@broadsheet/core";
import { commands } from "../../src/commands/commands.ts";
import { pressKey } from "../../src/commands/press-key.ts";
import { bodyRows } from "../../src/screens/body.ts";
import { foot } from "../../src/screens/foot.ts";
import { masthead } from "../../src/screens/masthead.ts";
import { searchLine } from "../../src/screens/search-line.ts";
import { rowWidth, type Row } from "../../src/rows/row.ts";
import { answerArticle, answerList, answerPreview, resized } from "../../src/state/answers.ts";
import { layout } from "../../src/state/layout.ts";
import { selectedHit } from "../../src/state/list-view.ts";
import type { State } from "../../src/state/state.ts";
import { wantedQuery } from "../../src/state/wanted-query.ts";
import { piecesWidth } from "../../src/screens/bar.ts";
import { article, headlines, hit } from "../articles.ts";
import { inLibrary, status, windowOf } from "../library.ts";

const size = fc.record({
  columns: fc.integer({ min: 24, max: 320 }),
  rows: fc.integer({ min: 8, max: 100 }),
});

const text = fc
  .array(fc.oneof(fc.constantFrom(...headlines), fc.string({ unit: "grapheme", maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(" ").replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ""));

const oneArticle = fc.record({
  headline: text,
  description: text,
  body: text,
  label: text,
  draft: fc.boolean(),
  day: fc.integer({ min: 0, max: 900 }),
});

const keys = fc.array(
  fc.constantFrom(
    ...new Set(Object.values(commands).flatMap((all) => all.flatMap((command) => command.keys))),
    "x",
    "ស",
  ),
  { maxLength: 30 },
);

/** The state after keys, with everything answered that they ask for. */
function after(state: State, pressed: readonly string[], all: readonly Hit[]): State {
  let now = state;
  for (const name of pressed) {
    const step = pressKey(now, { name, ...(Array.from(name).length === 1 ? { text: name } : {}) });
    if (step !== "wait") now = step.state;
    const { key } = wantedQuery(now);
    if (now.list.key !== key)
      now = answerList(
        now,
        windowOf(now.search.text === "" ? all : all.slice(0, 3), 0, 50),
        key,
        "a.1",
      );
    const shown = selectedHit(now.list)?.article.id;
    const found = all.find((each) => each.article.id === now.reader?.id)?.article;
    if (now.reader !== undefined) {
      now = answerArticle(
        now,
        now.reader.id,
        found === undefined
          ? undefined
          : { article: found as never, problems: [], generation: "a.1" },
        "a.1",
      ); // -- the tests' hits hold whole articles
    }
    if (shown !== undefined)
      now = answerPreview(now, { key: "k", id: shown, excerpt: excerptOf(shown, all) });
  }
  return now;
}

function excerptOf(id: string, all: readonly Hit[]): Excerpt {
  const lead = all.find((each) => each.article.id === id)?.article.lead ?? "";
  const [first] = new Intl.Segmenter("en").segment(lead);
  return { text: lead, highlights: [[0, first?.segment.length ?? 0]] };
}

const state = fc
  .tuple(size, fc.array(oneArticle, { maxLength: 12 }), keys)
  .map(([at, written, pressed]) => {
    const articles = written.map(({ headline, description, body, label, draft, day }, index) =>
      article(`p${index}`, {
        headline,
        description,
        standfirst: true,
        text: body,
        section: { written: label, key: `s${index}`, label },
        draft,
        day: new Date(Date.parse("2022-01-01") + day * 86_400_000).toISOString().slice(0, 10),
      }),
    );
    const all = articles.map((each) => hit(each));
    const facets = {
      key: "k",
      counts: {
        section: articles.map(({ section }) => ({
          value: section?.key ?? null,
          label: section?.label ?? "",
          count: 1,
        })),
        lang: [
          { value: "km", label: "km", count: 12_345 },
          { value: null, label: "", count: 1 },
        ],
        year: [{ value: "2024", label: "2024", count: 3 }],
      },
    };
    const first: State = {
      ...inLibrary(at.columns, at.rows, articles, {
        ...status,
        firstMs: 0,
        problems: { error: 3, warning: 4, note: 5 },
      }),
      facets,
    };
    return { state: after(first, pressed, all), all };
  });

function doesNotOverlap(row: Row): boolean {
  const sorted = row.toSorted((a, b) => a.column - b.column);
  return sorted.every(
    (span, index) =>
      index === 0 ||
      span.column >= (sorted[index - 1]?.column ?? 0) + displayWidth(sorted[index - 1]?.text ?? ""),
  );
}

describe("laws of the screen, after any keys, at any size, for any text", () => {
  it("no row is wider than the screen, and no piece is written over another", () => {
    fc.assert(
      fc.property(state, ({ state: now }) => {
        const { columns } = layout(now);
        for (const row of bodyRows(now)) {
          expect(rowWidth(row)).toBeLessThanOrEqual(columns);
          expect(doesNotOverlap(row)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the body has a row for each between head and foot", () => {
    fc.assert(
      fc.property(state, ({ state: now }) => {
        expect(bodyRows(now)).toHaveLength(now.size.rows - 3);
      }),
    );
  });

  it("masthead, search line and foot fit into one row", () => {
    fc.assert(
      fc.property(state, ({ state: now }) => {
        const { columns } = layout(now);
        for (const bar of [masthead, searchLine, foot]) {
          const { left, right } = bar(now, columns);
          expect(piecesWidth(left) + piecesWidth(right)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it("no terminal is too small to be drawn on", () => {
    const tiny = fc.record({
      columns: fc.integer({ min: 1, max: 24 }),
      rows: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(state, tiny, ({ state: now }, at) => {
        const small = resized(now, at);
        for (const row of bodyRows(small))
          expect(rowWidth(row)).toBeLessThanOrEqual(Math.max(24, at.columns));
        for (const bar of [masthead, searchLine, foot])
          expect(bar(small, layout(small).columns)).toBeDefined();
      }),
    );
  });

  it("the selected article is in view", () => {
    fc.assert(
      fc.property(state, ({ state: { list, ...now } }) => {
        const inView = bodyRows({ ...now, list }).length;
        if (list.total === 0) return;
        expect(list.selected).toBeGreaterThanOrEqual(list.top);
        expect(list.selected).toBeLessThan(list.top + inView);
      }),
    );
  });

  it("another size and back shows the same list", () => {
    fc.assert(
      fc.property(state, size, ({ state: now }, other) => {
        const back = resized(resized(now, other), now.size);
        expect(back.list.selectedId).toBe(now.list.selectedId);
        expect(back.list.selected).toBe(now.list.selected);
      }),
    );
  });
});
