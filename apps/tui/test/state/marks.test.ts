import { describe, expect, it } from "vitest";
import { pressKey } from "../../src/commands/press-key.ts";
import { bodyRows } from "../../src/screens/body.ts";
import { answerArticle } from "../../src/state/answers.ts";
import type { State } from "../../src/state/state.ts";
import { article } from "../articles.ts";
import { inLibrary } from "../library.ts";
import { texts } from "../screen-text.ts";

const long = article("long", {
  text: Array.from(
    { length: 30 },
    (_, index) => `Paragraph ${index}. ${"and some words more ".repeat(12).trim()}.`,
  ).join("\n\n"),
});
const short = article("short", { text: "It is over." });

function pressed(state: State, ...names: readonly string[]): State {
  return names.reduce((before, name) => {
    const step = pressKey(before, { name });
    const now = step === "wait" ? before : step.state;
    const found = [long, short].find(({ id }) => id === now.reader?.id);
    if (found === undefined || now.reader?.found !== undefined) return now;
    return answerArticle(now, found.id, { article: found, problems: [], generation: "a.1" }, "a.1");
  }, state);
}

const list = (state: State): string[] => texts(bodyRows(state));

describe("an article that is left", () => {
  it("is opened again at the same place, in another width too", () => {
    const left = pressed(inLibrary(100, 24, [long, short]), "enter", "space", "space", "q");
    const place = pressed(left, "enter");
    expect(place.reader?.top).toBeGreaterThan(20);
    expect(place.reader?.top).toBe(pressed(left, "enter", "j", "k").reader?.top);
    const paragraph = /Paragraph \d+/.exec(list(place).join(" "))?.[0] ?? "";
    const narrow = pressed({ ...left, size: { columns: 50, rows: 40 } }, "enter");
    expect(list(narrow).join(" ")).toContain(paragraph);
  });

  it("is opened at the paragraph where it was left, though others were written before it", () => {
    const left = pressed(inLibrary(100, 24, [long]), "enter", "space", "space", "q");
    const top = (state: State): string => list(state).slice(0, 6).join("\n");
    const before = top(pressed(left, "enter"));
    const { blocks } = article("long", { text: "New, and first.\n\nNew, and second." });
    const edited = { ...long, blocks: [...blocks, ...long.blocks] };
    const again = pressKey(left, { name: "enter" });
    const open = again === "wait" ? left : again.state;
    const found = { article: edited, problems: [], generation: "a.2" };
    expect(top(answerArticle(open, "long", found, "a.2"))).toBe(before);
    expect(before).toContain("and some words more");
  });

  it("is marked as read when its end has been seen, and then begins at its start", () => {
    const both = inLibrary(100, 24, [long, short]);
    const unread = pressed(both, "enter", "space", "q");
    expect(list(unread).join("\n")).not.toContain("✓");
    const read = pressed(unread, "enter", "end", "q");
    expect(list(read).filter((row) => row.includes("✓"))).toHaveLength(1);
    expect(pressed(read, "enter").reader?.top).toBe(0);
    const all = pressed(read, "enter", "n", "q");
    expect(list(all).filter((row) => row.includes("✓"))).toHaveLength(2);
    expect(all.marks.last).toBe("short");
  });

  it("stays read when it is opened once more and left before its end", () => {
    const read = pressed(inLibrary(44, 24, [long]), "enter", "end", "q", "enter", "space", "q");
    expect(list(read).join("\n")).toContain("✓");
    expect(pressed(read, "enter").reader?.top).toBeGreaterThan(5);
  });
});
