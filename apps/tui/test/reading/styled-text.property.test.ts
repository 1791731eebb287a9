import { parseText } from "@broadsheet/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { searchMarker } from "../../src/reading/marker.ts";
import { joined, styled, withMatches } from "../../src/reading/styled-text.ts";

const words = ["bridge", "ferry", "ស្ពាន", "橋", "toll", " ", ", "];
const parts = fc.array(
  fc.tuple(fc.array(fc.constantFrom(...words), { maxLength: 6 }), fc.boolean()),
  { minLength: 1, maxLength: 5 },
);

it("marks keep text and looks, and stand on what is searched for and nowhere else", () => {
  fc.assert(
    fc.property(parts, (all) => {
      const source = joined(all.map(([text, bold]) => styled(text.join(""), bold ? { bold } : {})));
      const marked = withMatches(source, searchMarker(parseText("bridge")));
      expect(marked.text).toBe(source.text);
      let start = 0;
      let seen = "";
      for (const { end, tone } of marked.runs) {
        expect(end).toBeGreaterThanOrEqual(start);
        if (tone.match) seen += marked.text.slice(start, end);
        const under = source.runs.find((run) => run.end > start);
        if (end > start) expect(tone.bold).toBe(under?.tone.bold);
        start = end;
      }
      expect(start).toBe(source.text.length);
      expect(seen.replaceAll("bridge", "")).toBe("");
      if (/(?:^|[ ,])bridge(?:$|[ ,])/.test(source.text)) expect(seen).not.toBe("");
    }),
  );
});
