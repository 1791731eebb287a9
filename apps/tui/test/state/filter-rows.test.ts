import type { ArchiveStatus } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { pressKey } from "../../src/commands/press-key.ts";
import { foot } from "../../src/screens/foot.ts";
import { answerFacets } from "../../src/state/answers.ts";
import { atField, filterRows, toggled } from "../../src/state/filter-rows.ts";
import { noFilters, type State } from "../../src/state/state.ts";
import { inLibrary, status } from "../library.ts";

const sections = (...names: readonly string[]) =>
  names.map((label) => ({ value: label.toLowerCase(), label, count: 2 }));
const languages = [
  { value: "en", label: "en", count: 5 },
  { value: "km", label: "km", count: 3 },
];
const years = [{ value: "2024", label: "2024", count: 8 }];

function withSections(state: State, ...names: readonly string[]): State {
  return answerFacets(state, names.join(), {
    section: sections(...names),
    lang: languages,
    year: years,
  });
}

const among = (...names: readonly string[]): State => withSections(inLibrary(80, 24), ...names);
const statusOf = (state: ArchiveStatus["state"]): ArchiveStatus => ({ ...status, state });
const under = (state: State): string | undefined => filterRows(state)[state.filterRow]?.value;

describe("when other counts come", () => {
  it("the cursor stays on its filter, wherever that stands now", () => {
    const english = atField(among("Culture", "National", "Sport"), "lang");
    expect(under(english)).toBe("en");
    const chosen = toggled(english);
    // Fewer sections have articles in English; the same key takes the same filter off again.
    const fewer = withSections(chosen, "National");
    expect(under(fewer)).toBe("en");
    expect(toggled(fewer).filters).toEqual(noFilters);
    expect(under(withSections(fewer, "Culture", "Sport", "Society", "National"))).toBe("en");
  });

  it("the cursor stays at the top while the first files are read, until it is moved", () => {
    const sport = among("Sport");
    const reading = { status: statusOf("building") };
    const building = withSections({ ...sport, ...reading }, "National", "Sport");
    expect(under(building)).toBe("national");
    const moved = withSections({ ...building, filterRow: 1 }, "Culture", "National", "Sport");
    expect(under(moved)).toBe("sport");
    expect(under(withSections({ ...toggled(sport), ...reading }, "National", "Sport"))).toBe(
      "sport",
    );
  });

  it("the cursor goes to the same place in its field when its filter is gone", () => {
    const sport = { ...among("Culture", "National", "Sport"), filterRow: 1 };
    expect(under(withSections(sport, "Culture", "Sport"))).toBe("sport");
    expect(under(withSections(sport, "Culture"))).toBe("culture");
    expect(under(withSections(sport))).toBe("km");
    expect(withSections({ ...sport, filterRow: 0 }, "Culture").filterRow).toBe(0);
  });

  it("what is chosen stays to be seen and taken off, also when no article has it", () => {
    const chosen = toggled(among("National", "Sport"));
    const without = withSections(chosen, "Sport");
    expect(filterRows(without)).toContainEqual(
      expect.objectContaining({ value: "national", label: "National", count: 0, isChosen: true }),
    );
    const again = withSections(toggled(without), "Sport");
    expect(filterRows(again).map(({ value }) => value)).not.toContain("national");
    const many = Array.from({ length: 20 }, (_, index) => `S${index}`);
    const last = withSections(toggled({ ...among("S19"), filterRow: 0 }), ...many);
    expect(filterRows(last).filter(({ field }) => field === "section")).toHaveLength(13);
  });

  it("a month that is chosen stays among the months", () => {
    const state: State = {
      ...among("National"),
      filters: { ...noFilters, year: ["2024"], month: ["2024-03"] },
    };
    const next = answerFacets(state, "k", { section: [], lang: [], year: years }, [
      { period: "2024-01", count: 1 },
      { period: "2024-11", count: 1 },
    ]);
    expect(
      filterRows(next)
        .filter(({ field }) => field === "month")
        .map(({ value, count, isChosen }) => [value, count, isChosen]),
    ).toEqual([
      ["2024-11", 1, false],
      ["2024-03", 0, true],
      ["2024-01", 1, false],
    ]);
  });
});

describe("the keys to a field", () => {
  const press = (state: State, ...names: readonly string[]): State =>
    names.reduce((now, name) => {
      const step = pressKey(now, { name });
      return step === "wait" ? now : step.state;
    }, state);
  const keysIn = (state: State): string =>
    foot(state, 78)
      .left.map(([text]) => text)
      .join("");

  it("go to its first filter, from the list too, and say where there is none", () => {
    const state = among("National", "Sport");
    expect(under(press(state, "f", "l"))).toBe("en");
    expect(press(state, "f", "m")).toMatchObject({ focus: "filters", said: "choose a year first" });
  });

  it("are in the foot where years or months may be out of view", () => {
    const state = press(among("National", "Sport"), "tab");
    expect(keysIn(state)).toContain("f y years");
    const chosen = { ...state, filters: { ...noFilters, year: ["2024"] } };
    expect(keysIn(chosen)).toContain("f m months");
    expect(keysIn({ ...state, focus: "list" })).not.toContain("f y years");
  });

  it("leave the way out in view in a terminal of 80 columns", () => {
    expect(keysIn(among("National"))).toContain("q quit");
  });
});
