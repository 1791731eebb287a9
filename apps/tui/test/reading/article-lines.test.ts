import { describe, expect, it } from "vitest";
import { articleLines, byline, visibilityMark } from "../../src/reading/article-lines.ts";
import { article } from "../articles.ts";
import { texts } from "../screen-text.ts";

const clock = { timeZone: "UTC", nowMs: Date.parse("2025-01-01") };
const shown = (of: Parameters<typeof articleLines>[0]): string[] =>
  texts(articleLines(of, 40, clock).rows);

describe("an article in lines", () => {
  it("has section, headline, a short line, byline and text", () => {
    expect(shown(article("a", { text: "One.\n\nTwo." }))).toEqual([
      "NATIONAL",
      "Headline of a",
      "────────",
      "Srey Veal · 26 Nov 2024 · 3 min",
      "",
      "One.",
      "",
      "Two.",
    ]);
  });

  it("has its line and its byline at the side where its headline begins", () => {
    const hebrew = article("a", { headline: "הגשר נפתח", author: [] });
    expect(shown(hebrew).slice(1, 4)).toEqual([
      "הגשר נפתח".padStart(40),
      "────────".padStart(40),
      "26 Nov 2024 · 3 min".padStart(40),
    ]);
  });

  it("shows a description only when it says something of its own", () => {
    const description = "What it cost.";
    expect(shown(article("a", { description, standfirst: true }))).toContain(description);
    expect(shown(article("a", { description, standfirst: false }))).not.toContain(description);
  });

  it("says when it has no text", () => {
    expect(shown(article("a", { blocks: [] })).at(-1)).toBe("This article has no text.");
  });

  it("says at its end what is wrong with its file, notes left out", () => {
    const problem = {
      code: "date-unreadable",
      severity: "warning",
      path: "a.md",
      line: 3,
      message: "The date cannot be read.",
      action: "",
      remedy: "",
    } as const;
    const problems = [problem, { ...problem, severity: "note" } as const];
    const { rows } = articleLines(article("a", { text: "One." }), 40, clock, { problems });
    expect(texts(rows).slice(-4)).toEqual([
      "One.",
      "",
      "────────",
      "a.md:3 · The date cannot be read.",
    ]);
  });

  it("knows where each block begins", () => {
    const lines = articleLines(article("a", { text: "One.\n\nTwo." }), 40, clock);
    const starts = [1, 2].map((part) => lines.startOf(part));
    expect(starts.map((start) => texts(lines.rows)[start])).toEqual(["One.", "Two."]);
    expect(starts.map((start) => lines.partAt(start))).toEqual([1, 2]);
  });

  it("is laid out as far as it is asked for, and comes out the same", () => {
    const book = article("a", { text: "A paragraph of a book.\n\n".repeat(5_000).trim() });
    const lines = articleLines(book, 40, clock);
    expect(lines.rowsTo(30).length).toBeLessThan(60);
    expect(lines.expectedLength).toBeGreaterThan(9_000);
    expect(lines.layOutFor(0)).toBe(false);
    while (!lines.layOutFor(5)) expect(lines.expectedLength).toBeLessThan(11_000);
    expect(lines.expectedLength).toBe(lines.rows.length);
    expect(texts(lines.rows).filter((row) => row === "A paragraph of a book.")).toHaveLength(5_000);
  });

  it("is laid out again for another width", () => {
    const long = article("a", { text: "word ".repeat(40).trim() });
    expect(articleLines(long, 20, clock).rows.length).toBeGreaterThan(
      articleLines(long, 40, clock).rows.length,
    );
  });
});

describe("a byline", () => {
  it("leaves out what is not known", () => {
    const { datePublished: _, ...undated } = article("a", { author: [], readingMinutes: 0 });
    expect(byline(undated, clock)).toEqual([]);
    expect(byline(article("a", { author: ["A", "B"] }), clock)[0]).toBe("A, B");
  });
});

describe("an article that others do not see yet", () => {
  it("is a draft, or has a date to come", () => {
    expect(visibilityMark(article("a", { draft: true }), clock.nowMs)).toBe("Draft");
    expect(visibilityMark(article("a", { day: "2025-06-01" }), clock.nowMs)).toBe(
      "Not yet published",
    );
    expect(visibilityMark(article("a"), clock.nowMs)).toBeUndefined();
  });
});
