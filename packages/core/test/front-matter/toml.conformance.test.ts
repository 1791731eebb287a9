import { describe, expect, it } from "vitest";
import type { FrontMatter } from "../../src/front-matter/front-matter.ts";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";
import { decodeText } from "../../src/source/decode-text.ts";
import { cleanText } from "../../src/text/clean-text.ts";
import { corpus } from "../corpora.ts";
import { means, type TomlCase, tomlCases } from "./toml-suite.ts";

const folder = corpus("formats/toml-test/tests");

/** TOML that does not read as the suite has it, with a problem that says so. */
const otherMeanings: { readonly [reason: string]: readonly string[] } = {
  "What begins with no name and equals sign is text between two rules.": [
    "key/dotted-empty",
    "key/empty-01",
    "key/empty-02",
    "key/empty-03",
    "key/escapes",
    "key/numeric-06",
    "key/numeric-07",
    "key/quoted-unicode",
    "key/special-chars",
  ],
};

const steering = "Characters that steer or hide are left out, with a problem.";

/** TOML whose texts are not quite those of the suite, since escapes in it make what must not be shown. */
const cleaned: { readonly [reason: string]: readonly string[] } = {
  [steering]: [
    "string/escape-esc",
    "string/escapes",
    "string/hex-escape",
    "string/quoted-unicode",
    "string/unicode-escape",
  ],
  "Line ends of other systems are line ends.": ["key/space", "spec-1.1.0/common-14"],
};

/** What is no TOML, and is read all the same without a problem of the front matter. */
const readAllTheSame: { readonly [reason: string]: RegExp } = {
  "Control characters are gone, and line ends mended, before the front matter is read.":
    /^invalid\/control\//,
  "What is no UTF-8 is a problem of the file.": /^invalid\/encoding\//,
  "A day that does not exist is a problem of the field that gives it.":
    /date(?:time)?\/feb-(?:29|30)/,
};

describe.skipIf(folder === undefined)("the TOML test suite, as front matter", () => {
  const cases = folder === undefined ? [] : tomlCases(folder);
  const readings = cases.map((each) => ({ ...each, ...read(each) }));

  it("is all there", () => {
    expect(cases).toHaveLength(712);
  });

  it("never throws, and always leaves the body", () => {
    for (const { id, body } of readings) expect(body.endsWith(theBody), id).toBe(true);
  });

  it("gives every field with the characters that mean what they should, or says that it does not", () => {
    const valid = readings.flatMap((each) =>
      each.meaning === undefined ? [] : [{ ...each, meaning: each.meaning }],
    );
    expect(valid.length).toBeGreaterThan(200);
    const others = valid.filter(({ fields, meaning }) => !means(fields, meaning, cleanText));
    expect(idsOf(others)).toEqual(Object.values(otherMeanings).flat().map(idOf).toSorted());
    expect(idsOf(others.filter(({ problems }) => problems.length === 0))).toEqual([]);
  });

  it("leaves out what must not be shown, and says so", () => {
    const changed = readings.filter(
      ({ fields, meaning, id }) =>
        meaning !== undefined && !means(fields, meaning) && !isOtherwise(id),
    );
    expect(idsOf(changed)).toEqual(Object.values(cleaned).flat().map(idOf).toSorted());
    const told = changed.filter(({ problems }) =>
      problems.some(({ code }) => code === "control-characters"),
    );
    expect(idsOf(told)).toEqual(cleaned[steering]?.map(idOf).toSorted());
  });

  it("says of every text that is no TOML that it cannot be read", () => {
    const invalid = readings.filter(({ meaning }) => meaning === undefined);
    expect(invalid.length).toBeGreaterThan(400);
    const silent = idsOf(invalid.filter(({ problems }) => problems.length === 0));
    const reasons = Object.values(readAllTheSame);
    expect(silent.filter((id) => !reasons.some((reason) => reason.test(id)))).toEqual([]);
  });
});

const theBody = "The body.\n";

function read({ bytes }: TomlCase): FrontMatter {
  const block = cleanText(decodeText(bytes).text).replace(/(?<!\n)$/, "\n");
  return splitFrontMatter(`+++\n${block}+++\n${theBody}`, "a.md");
}

function isOtherwise(id: string): boolean {
  return Object.values(otherMeanings).flat().map(idOf).includes(id);
}

/** The suite's name of a valid case. */
function idOf(name: string): string {
  return `valid/${name}.toml`;
}

function idsOf(cases: readonly TomlCase[]): readonly string[] {
  return cases.map(({ id }) => id).toSorted();
}
