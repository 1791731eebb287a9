import { describe, expect, it } from "vitest";
import { piecesWidth } from "../../src/screens/bar.ts";
import { foot } from "../../src/screens/foot.ts";
import { masthead } from "../../src/screens/masthead.ts";
import { searchLine } from "../../src/screens/search-line.ts";
import { initialState, type State } from "../../src/state/state.ts";
import { inLibrary } from "../library.ts";
import { barText } from "../screen-text.ts";

const searching = (columns: number, text: string): State => ({
  ...inLibrary(columns, 24),
  focus: "search",
  search: { text, cursor: text.length },
});

describe("the masthead", () => {
  it("has the archive's name, its size and the time it spans", () => {
    expect(barText(masthead(inLibrary(80, 24), 78), 78)).toBe(
      " THE RIVER GAZETTE                           24 articles · 3 Jan – 26 Nov 2024",
    );
  });

  it("gives up the span before the name", () => {
    expect(barText(masthead(inLibrary(40, 24), 38), 38)).toBe(
      " THE RIVER GAZETTE         24 articles",
    );
  });

  it("has the folder until the archive is open", () => {
    expect(
      barText(masthead(initialState({ columns: 60, rows: 20 }, "/home/me/news", 0), 58), 58),
    ).toBe(" /home/me/news                                    Opening…");
  });

  it("cuts a name that is too long", () => {
    const state = inLibrary(40, 24, [], { name: "ទស្សនាវដ្តីទន្លេមេគង្គនិងបឹងទន្លេសាបប្រចាំថ្ងៃសៅរ៍" });
    expect(barText(masthead(state, 38), 38)).toMatch(/…\s+0 articles$/);
  });
});

describe("the search line", () => {
  it("has the keys that narrow the list while nothing does, where there is room for them", () => {
    const text = (columns: number): string =>
      barText(searchLine(inLibrary(columns + 2, 24), columns), columns);
    expect(text(78)).toBe(
      " / search   Tab filters                                           newest first",
    );
    expect(text(38)).toBe(" / search   Tab filters   newest first");
    expect(text(30)).toBe("                  newest first");
    expect(barText(searchLine({ ...inLibrary(80, 24), focus: "filters" }, 78), 78).trim()).toBe(
      "newest first",
    );
  });

  it("shows what is searched for and how many articles that leaves", () => {
    expect(barText(searchLine(searching(80, "bridge"), 78), 78)).toBe(
      " / bridge                                               24 of 24, newest first",
    );
  });

  it("gives up the order, and at last the end of what is searched for, before how many there are", () => {
    const text = (typed: string): string => barText(searchLine(searching(44, typed), 42), 42);
    expect(text("bridge")).toMatch(/^ \/ bridge +24 of 24, newest first$/);
    expect(text("bridge deck closes")).toMatch(/^ \/ bridge deck closes +24 of 24$/);
    expect(text("x".repeat(60))).toMatch(/^ \/ x+ +24 of 24$/);
  });

  it("has the cursor behind what is typed, by columns", () => {
    expect(searchLine(searching(80, "bri"), 78).cursor).toBe(6);
    expect(searchLine(searching(80, "ស្ពាន"), 78).cursor).toBe(3 + 4);
    expect(searchLine(searching(80, "橋"), 78).cursor).toBe(5);
    expect(searchLine(inLibrary(80, 24), 78).cursor).toBeUndefined();
  });

  it("shows the end of a text that is longer than the line", () => {
    const { left, cursor = 0 } = searchLine(searching(40, `${"long ".repeat(20)}end`), 38);
    expect(left.map(([text]) => text).join("")).toMatch(/long end$/);
    expect(cursor).toBeLessThan(38);
  });
});

describe("the foot", () => {
  it("has the keys that matter here, and where one is", () => {
    expect(barText(foot(inLibrary(80, 24), 78), 78)).toBe(
      " Enter read   q quit   s order   ? help                                1 of 24",
    );
  });

  it("has as many keys as there is room for", () => {
    expect(barText(foot(inLibrary(40, 24), 38), 38)).toBe(" Enter read   q quit   ? help  1 of 24");
  });

  it("leaves out where one is before the way out", () => {
    const many = inLibrary(40, 12);
    const state = { ...many, list: { ...many.list, total: 15_642 } };
    expect(barText(foot(state, 38), 38).trimEnd()).toBe(" Enter read  q quit  s order  ? help");
  });

  it("has the keys that narrow the list where the search line is taken", () => {
    expect(barText(foot({ ...searching(80, "a"), focus: "list" }, 78), 78)).toBe(
      " Enter read  Esc clear  / search  Tab filters  q quit  s order  ? help 1 of 24",
    );
    expect(barText(foot({ ...searching(40, "a"), focus: "list" }, 38), 38)).toBe(
      " Enter read  Esc clear  ? help 1 of 24",
    );
  });

  it("has the way back from the filters, and no place in a list that is not there", () => {
    const state: State = { ...inLibrary(40, 24), focus: "filters" };
    expect(barText(foot(state, 38), 38).trimEnd()).toBe(" Enter choose   Tab list   ? help");
  });

  it("has the keys that end what is begun", () => {
    const begun: State = { ...inLibrary(40, 24), begun: { keys: "f", isShown: true } };
    expect(barText(foot(begun, 38), 38)).toMatch(/^ s sections +l languages +y years *$/);
  });

  it("says what the archive is doing, and how many problems there are", () => {
    const building = inLibrary(100, 24, [], {
      state: "building",
      filesDone: 1_200,
      filesTotal: 10_000,
    });
    expect(barText(foot(building, 98), 98)).toMatch(/reading 1,200 of 10,000 files$/);
    const timed = inLibrary(100, 24, [], {
      state: "building",
      filesDone: 1_200,
      filesTotal: 10_000,
      secondsLeft: 40,
    });
    expect(barText(foot(timed, 98), 98)).toMatch(/reading 1,200 of 10,000 files, 40 s left$/);
    const narrow = inLibrary(40, 12, [], {
      state: "building",
      filesDone: 1_200,
      filesTotal: 10_000,
    });
    expect(barText(foot(narrow, 38), 38)).toMatch(/^ Enter read.* 12 % read$/);
    const faulty = inLibrary(80, 24, undefined, { problems: { error: 1, warning: 2, note: 40 } });
    expect(barText(foot(faulty, 78), 78)).toBe(
      " Enter read   q quit   ! 3 problems   s order   ? help                 1 of 24",
    );
  });

  it("never writes one thing over another, however narrow it is", () => {
    for (let columns = 1; columns <= 120; columns++) {
      const state = inLibrary(columns + 2, 24, undefined, {
        state: "building",
        filesDone: 1_200,
        filesTotal: 10_000,
        problems: { error: 1, warning: 2, note: 40 },
      });
      for (const each of [state, { ...state, said: "copied https://example.org/a" }]) {
        const { left, right } = foot(each, columns);
        expect(piecesWidth(left) + piecesWidth(right)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("does not speak of a check that is over before it can be read", () => {
    expect(
      barText(
        foot(
          inLibrary(100, 24, undefined, { state: "checking", filesDone: 3, filesTotal: 24 }),
          98,
        ),
        98,
      ),
    ).toMatch(/ {2}1 of 24$/);
  });
});
