import { describe, expect, it } from "vitest";
import type { FrontMatter } from "../../src/front-matter/front-matter.ts";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";
import { cleanText } from "../../src/text/clean-text.ts";
import { corpus } from "../corpora.ts";
import { documentOf, type WrittenValue, type YamlCase, yamlCases } from "./yaml-suite.ts";

const folder = corpus("formats/yaml-test-suite/src");

/** Maps that do not read as the suite has them, each with a problem that says so. */
const otherMaps: { readonly [reason: string]: readonly string[] } = {
  "What begins with no name and colon is text between two rules.": [
    ..."2EBW 2JQS 5WE3 6SLA 74H7 7FWL 7W2P 8CWC A2M4 EHF6".split(" "),
    ..."GH63 JTV5 L94M NHX8 SM9W-1 UKK6-1 X8DW ZH7C".split(" "),
  ],
  "Characters that steer or hide, made by escapes, are left out.": ["G4RS"],
  "A value with a tag of its own is kept as it was written.": ["565N", "M5C3", "Z67P"],
};

/** Texts that are no YAML and are read all the same. */
const readAllTheSame: { readonly [reason: string]: readonly string[] } = {
  "A text in quotation marks may go on without being indented.": ["QB6E"],
};

describe.skipIf(folder === undefined)("the YAML test suite, as front matter", () => {
  const cases = folder === undefined ? [] : yamlCases(folder);
  const readings = cases.filter(fitsBetweenFences).map((each) => ({ ...each, ...read(each) }));

  it("is all there", () => {
    expect(cases).toHaveLength(406);
    expect(readings.length).toBeGreaterThan(300);
  });

  it("never throws, and always leaves the body", () => {
    for (const each of cases) expect(read(each).body.endsWith(body), each.id).toBe(true);
  });

  it("gives every map with the characters that were written, or says that it does not", () => {
    const maps = readings.filter(({ expected }) => isMap(expected));
    expect(maps.length).toBeGreaterThan(100);
    const others = maps.filter(
      ({ fields, expected }) => JSON.stringify(fields) !== JSON.stringify(expected),
    );
    expect(idsOf(others)).toEqual(Object.values(otherMaps).flat().toSorted());
    expect(idsOf(others.filter(({ problems }) => problems.length === 0))).toEqual([]);
  });

  it("says of every text that is no YAML that it cannot be read", () => {
    const silent = readings.filter(({ fails, problems }) => fails && problems.length === 0);
    expect(idsOf(silent)).toEqual(Object.values(readAllTheSame).flat().toSorted());
  });

  it("takes nothing for fields that is a list or one text", () => {
    const none = readings.filter(({ expected }) => expected !== undefined && !isMap(expected));
    expect(none.length).toBeGreaterThan(80);
    expect(idsOf(none.filter(({ problems }) => problems.length === 0))).toEqual([]);
  });

  it("says of aliases, and of lists and maps as names, that they are not read", () => {
    const refused = readings.filter(
      ({ fails, events, expected }) => !fails && expected === undefined && events.some(isMapEvent),
    );
    expect(refused.length).toBeGreaterThan(20);
    expect(idsOf(refused.filter(({ problems }) => problems.length === 0))).toEqual([]);
  });
});

const body = "The body.\n";

type Reading = FrontMatter & { readonly expected: WrittenValue | undefined };

/** A case between two fences; the line with which many documents of the suite begin is the first of them. */
function read({ yaml, events, fails }: YamlCase): Reading {
  const block = yaml.replace(/^---[ \t]*\n/, "").replace(/(?<!\n)$/, "\n");
  const expected = fails ? undefined : documentOf(events);
  return { ...splitFrontMatter(cleanText(`---\n${block}---\n${body}`), "a.md"), expected };
}

/** Front matter is one document, without directives. */
function fitsBetweenFences({ yaml }: YamlCase): boolean {
  return !/^(?:---|\.\.\.|%)/m.test(yaml.replace(/^---[ \t]*\n/, ""));
}

function isMap(value: WrittenValue | undefined): boolean {
  return typeof value === "object" && !Array.isArray(value);
}

function isMapEvent(event: string): boolean {
  return event.startsWith("+MAP");
}

function idsOf(cases: readonly YamlCase[]): readonly string[] {
  return cases.map(({ id }) => id).toSorted();
}
