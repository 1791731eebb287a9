import { expect, it } from "vitest";
import { parseText } from "@broadsheet/core";
import { findMarker, searchMarker } from "../../src/reading/marker.ts";

const found = (wanted: string, text: string): readonly string[] =>
  (findMarker(wanted)?.(text, false) ?? []).map(([start, end]) => text.slice(start, end));

it("a text is found wherever it stands, in capitals or not, and over the end of a line", () => {
  expect(found("idge", "The Bridge. BRIDGES")).toEqual(["idge", "IDGE"]);
  expect(found("the bridge", "the\nbridge; the   Bridge")).toEqual(["the\nbridge", "the   Bridge"]);
  expect(found("ÉTÉ", "l’été")).toEqual(["été"]);
});

it("signs are text", () => {
  expect(found("a.b(", "aXb( a.b( [")).toEqual(["a.b("]);
  expect(found("$1", "It costs $1.")).toEqual(["$1"]);
});

it("no letter is parted from what is drawn with it", () => {
  expect(found("ស្ព", "ស្ពាន")).toEqual(["ស្ពា"]);
  expect(found("ព", "ស្ពាន ពាន")).toEqual(["ពា"]);
  expect(found("e", "e\u0301")).toEqual(["e\u0301"]);
});

it("nothing is found for nothing", () => {
  expect(findMarker("  ")).toBeUndefined();
});

it("the same text has the same marker, so that nothing is laid out twice", () => {
  expect(findMarker("bridge")).toBe(findMarker("bridge "));
});

it("a search for no words marks nothing", () => {
  expect(searchMarker(parseText("lang:km -bridge date:2024"))).toBeUndefined();
  const marker = searchMarker(parseText('lang:km (school OR "second pier")'));
  expect(marker?.("The second pier, the school.", false)).toEqual([
    [4, 15],
    [21, 27],
  ]);
});
