import type { Problem } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { pressKey } from "../../src/commands/press-key.ts";
import { foot } from "../../src/screens/foot.ts";
import { bodyRows } from "../../src/screens/body.ts";
import { answerProblems, type ProblemKind } from "../../src/state/problems-view.ts";
import type { State } from "../../src/state/state.ts";
import { inLibrary } from "../library.ts";
import { texts } from "../screen-text.ts";

function kind(code: Problem["code"], severity: Problem["severity"], total: number): ProblemKind {
  const problems = Array.from({ length: Math.min(total, 100) }, (_, index): Problem => {
    return {
      code,
      severity,
      path: `${code}-${index}.md`,
      line: index + 1,
      message: `What ${code} says.`,
      action: "What was done.",
      remedy: "How to mend it.",
    };
  });
  return { code, severity, total, problems };
}

function among(kinds: readonly ProblemKind[], columns = 80, rows = 24): State {
  const state: State = { ...inLibrary(columns, rows), screen: "problems" };
  return answerProblems(state, "a.1", kinds);
}

function pressed(state: State, ...names: readonly string[]): State {
  return names.reduce((now, name) => {
    const step = pressKey(now, { name });
    return step === "wait" ? now : step.state;
  }, state);
}

const seen = (state: State): string[] => texts(bodyRows(state)).map((row) => row.trimEnd());

describe("the problems", () => {
  const kinds = [kind("front-matter-broken", "error", 2), kind("date-unreadable", "warning", 250)];

  it("stand by kind, with what is to be known of the selected one at the foot", () => {
    const rows = seen(among(kinds));
    expect(rows.slice(0, 6)).toEqual([
      " Error · front-matter-broken · 2 times",
      "▌  front-matter-broken-0.md:1",
      "   front-matter-broken-1.md:2",
      "",
      " Warning · date-unreadable · 250 times",
      "   date-unreadable-0.md:1",
    ]);
    expect(rows.join("\n")).toContain(
      "What front-matter-broken says. What was done. How to mend it.",
    );
  });

  it("are gone through with the keys of lists, and open at their line", () => {
    const there = pressed(among(kinds), "down", "down");
    expect(seen(there)).toContain("▌  date-unreadable-0.md:1");
    expect(pressKey(there, { name: "enter" })).toMatchObject({
      effect: { type: "edit", path: "date-unreadable-0.md", line: 1 },
    });
    const place = (state: State): string =>
      foot(state, 78)
        .right.map(([text]) => text)
        .join("");
    expect(place(there)).toBe("3 of 102+");
    const last = pressed(there, "end");
    expect(seen(last)).toContain("▌  date-unreadable-99.md:100");
    const first = pressed(last, "home");
    expect(seen(first)[0]).toBe(" Error · front-matter-broken · 2 times");
    expect(pressed(first, "escape").screen).toBe("library");
  });

  it("says how many more there are than are shown", () => {
    const rows = seen(pressed(among(kinds, 60, 100), "end", "pagedown"));
    expect(rows.join("\n")).toContain("date-unreadable-99.md:100");
    expect(seen(among([kind("date-unreadable", "warning", 250)], 60, 130)).join("\n")).toContain(
      "   and 150 more",
    );
  });

  it("say on a small screen too what is wrong, as far as there is room", () => {
    const rows = seen(among(kinds, 40, 12));
    expect(rows.slice(0, 3)).toEqual([
      " Error · front-matter-broken · 2 times",
      "▌  front-matter-broken-0.md:1",
      "   front-matter-broken-1.md:2",
    ]);
    expect(rows.slice(4).join("")).toMatch(/^ ─+ What front-matter-broken says\. What/);
    const [kept] = kinds;
    const [problem] = kept?.problems ?? [];
    const long = { ...problem, message: "One sentence that says much. ".repeat(9).trim() };
    const cut = seen(among([{ ...kept, problems: [long] } as ProblemKind], 40, 12));
    expect(cut.at(-1)).toMatch(/^ (?:\S+ )+\S+…$/);
  });

  it("keep the selected one when others are mended, or come", () => {
    const there = pressed(among(kinds), "down", "down", "down");
    expect(seen(there)).toContain("▌  date-unreadable-1.md:2");
    const [, dates] = kinds;
    const fewer = answerProblems(there, "a.2", dates === undefined ? [] : [dates]);
    expect(seen(fewer)).toContain("▌  date-unreadable-1.md:2");
    const more = answerProblems(fewer, "a.3", kinds);
    expect(seen(more)).toContain("▌  date-unreadable-1.md:2");
    // Where it is mended itself, the one in its place.
    const rest = { ...dates, problems: dates?.problems.slice(2) } as ProblemKind;
    expect(seen(answerProblems(fewer, "a.4", [rest]))).toContain("▌  date-unreadable-3.md:4");
  });

  it("fit into any terminal", () => {
    for (const [columns, rows] of [
      [10, 4],
      [40, 12],
      [80, 16],
      [300, 100],
    ] as const) {
      const state = pressed(among(kinds, columns, rows), "end");
      expect(seen(state).length).toBeLessThanOrEqual(Math.max(1, rows - 2));
      expect(seen(state).some((row) => row.startsWith("▌"))).toBe(true);
    }
  });

  it("are none when nothing is wrong", () => {
    expect(seen(among([]))[0]).toBe(" No problems.");
    expect(pressKey(among([]), { name: "enter" })).not.toHaveProperty("effect");
  });
});
