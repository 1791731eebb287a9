import { describe, expect, it } from "vitest";
import { opened } from "../../src/commands/list-commands.ts";
import { answerArticle, resized } from "../../src/state/answers.ts";
import {
  atMatch,
  lastTop,
  minutesLeft,
  progressPercent,
  readerLines,
  scrolledSideways,
  scrolledTo,
  withMeasure,
} from "../../src/state/reader-view.ts";
import type { State } from "../../src/state/state.ts";
import { rowText } from "../../src/rows/row.ts";
import { bodyRows } from "../../src/screens/body.ts";
import { foot } from "../../src/screens/foot.ts";
import { words } from "../../src/words/words.ts";
import { readerRows } from "../../src/screens/reader-pane.ts";
import { readerPane } from "../../src/state/layout.ts";
import { article } from "../articles.ts";
import { inLibrary } from "../library.ts";
import { barText, texts } from "../screen-text.ts";

const long = article("long", {
  text: Array.from(
    { length: 30 },
    (_, index) => `Paragraph ${index}. ${"and some words more ".repeat(12).trim()}.`,
  ).join("\n\n"),
});

function reading(): State {
  const state = opened(inLibrary(100, 24, [long]));
  return answerArticle(state, "long", { article: long, problems: [], generation: "a.1" }, "a.1");
}

const topLine = (state: State): string =>
  rowText(readerLines(state)?.rows[state.reader?.top ?? 0] ?? []);

describe("reading", () => {
  it("scrolls no further than to the end of the article", () => {
    const state = reading();
    expect(scrolledTo(state, 1e6).reader?.top).toBe(lastTop(state));
    expect(scrolledTo(state, -5).reader?.top).toBe(0);
    expect(progressPercent(scrolledTo(state, 1e6))).toBe(100);
  });

  it("stays at its paragraph when the width changes, and when the article does", () => {
    const state = reading();
    const start = readerLines(state)?.startOf(12) ?? 0;
    const there = scrolledTo(state, start);
    expect(topLine(there)).toMatch(/^Paragraph 11\./);
    expect(topLine(resized(there, { columns: 40, rows: 24 }))).toMatch(/^Paragraph 11\./);
    const longer = {
      ...long,
      description: "A standfirst that was not there before.",
      standfirst: true,
    };
    expect(
      topLine(
        answerArticle(there, "long", { article: longer, problems: [], generation: "b" }, "b"),
      ),
    ).toMatch(/^Paragraph 11\./);
  });

  it("stays at its paragraph when others are written before it", () => {
    const state = reading();
    const there = scrolledTo(state, (readerLines(state)?.startOf(12) ?? 0) + 1);
    const more = article("long", { text: "New, and first.\n\nNew, and second." });
    const edited = { ...long, blocks: [...more.blocks, ...long.blocks] };
    const now = answerArticle(
      there,
      "long",
      { article: edited, problems: [], generation: "b" },
      "b",
    );
    expect(topLine(now)).toBe(topLine(there));
    expect(readerLines(now)?.partAt(now.reader?.top ?? 0)).toBe(14);
  });

  it("says how many minutes are left, until its end has been seen", () => {
    const state = reading();
    const minutes = long.readingMinutes;
    expect(minutesLeft(state)).toBe(minutes);
    const all = Array.from({ length: lastTop(state) }, (_, top) =>
      minutesLeft(scrolledTo(state, top)),
    );
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(all.at(-1)).toBe(1);
    expect(minutesLeft(scrolledTo(state, lastTop(state)))).toBe(0);
    expect(barText(foot(state, 78), 78)).toMatch(/ 3 min left · \d+ % · 1 of 1$/);
  });

  it("stays when the file is gone, and when it comes back", () => {
    const there = scrolledTo(reading(), 30);
    const gone = answerArticle(there, "long", undefined, "b");
    expect(texts(bodyRows(gone))).toEqual(texts(bodyRows(there)));
    expect(foot(gone, 98).right.map(([text]) => text)).toEqual([words.gone]);
    const back = answerArticle(gone, "long", { article: long, problems: [], generation: "c" }, "c");
    expect(back.reader).toMatchObject({ top: 30, isMissing: false });
  });

  it("marks what is searched for, and goes to what is out of view", () => {
    const text = "paragraph 7 and";
    const found = { ...reading(), search: { text, cursor: text.length } };
    const seven = atMatch(found, 1);
    const rows = readerLines(found)?.rows ?? [];
    const marked = rows.filter((row) => row.some(({ tone }) => tone.match === true));
    expect(marked.map(rowText).filter((row) => row.startsWith("Paragraph"))).toHaveLength(30);
    expect(marked[0]?.find(({ tone }) => tone.match)?.text).toBe("Paragraph");
    expect(seven?.reader?.top).toBeGreaterThan(0);
    const end = scrolledTo(found, 1e6);
    expect(atMatch(end, 1)).toBeUndefined();
    expect(atMatch(end, -1)?.reader?.top).toBeLessThan(lastTop(end));
    expect(atMatch(found, -1)).toBeUndefined();
    expect(atMatch(reading(), 1)).toBeUndefined();
  });

  it("passes over an article that is not read any more", () => {
    const state = reading();
    expect(answerArticle(state, "other", undefined, "a.1")).toBe(state);
    expect(answerArticle(state, "long", undefined, "a.2").reader?.isMissing).toBe(true);
  });

  it("has a text of as many columns as are wanted, within reason and the terminal, at the same place", () => {
    const state = scrolledTo(reading(), 30);
    const narrow = withMeasure(state, -1_000);
    expect(readerPane(narrow).columns).toBe(40);
    expect(readerLines(narrow)?.partAt(narrow.reader?.top ?? 0)).toBe(
      readerLines(state)?.partAt(state.reader?.top ?? 0),
    );
    expect(readerPane(withMeasure(state, 1_000)).columns).toBe(96);
    // A step back is seen at once, also after many that the terminal had no room for.
    const wide = [1, 2, 3, 4, 5, 6, 7, 8].reduce((each) => withMeasure(each, 4), state);
    expect(readerPane(withMeasure(wide, -4)).columns).toBe(92);
  });

  it("scrolls code sideways to the end of the widest line in view, and nothing else", () => {
    const text = `${"0123456789".repeat(9)}\nshort\n`;
    const plain = article("code", { text: "Before." });
    const code = {
      ...plain,
      blocks: [...plain.blocks, { type: "code", lines: [3, 4], text }],
    } as const;
    const found = { article: code, problems: [], generation: "a.1" };
    const state = answerArticle(opened(inLibrary(82, 24, [code])), "code", found, "a.1");
    const seen = (now: State): readonly string[] =>
      texts(readerRows(now))
        .filter((row) => row !== "")
        .slice(-2);
    expect(seen(state)[0]).toMatch(/^ {6}0123.*78…$/);
    const end = scrolledSideways(state, 1_000);
    expect(end.reader?.sideways).toBe(20);
    // The short line has gone to the left with the others; the text around stays.
    expect(seen(end)[0]).toBe("    Before.");
    expect(seen(end)[1]).toMatch(/^ {6}…12345.*789$/);
    expect(scrolledSideways(end, -1_000).reader?.sideways).toBe(0);
  });
});
