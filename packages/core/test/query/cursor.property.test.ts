import fc from "fast-check";
import { expect, test } from "vitest";
import { CursorError } from "../../src/errors.ts";
import { formatCursor, parseCursor } from "../../src/query/cursor.ts";

const anOrder = fc.constantFrom("newest", "oldest", "relevance");

test("a cursor is read as it was written, in the order it was made for and in no other", () => {
  const cursor = fc.oneof(
    fc.record({
      order: fc.constantFrom("newest", "oldest"),
      startMs: fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 })),
      id: fc.string({ unit: "grapheme" }),
    }),
    fc.record({ order: fc.constant("relevance"), ordinal: fc.nat(), generation: fc.string() }),
  );
  fc.assert(
    fc.property(cursor, anOrder, (each, order) => {
      const text = formatCursor(each);
      expect(text).toMatch(/^[\w-]+$/);
      if (order === each.order) expect(parseCursor(text, each.order)).toEqual(each);
      else expect(() => parseCursor(text, order)).toThrow(CursorError);
    }),
  );
});

test("anything else is refused as a cursor, and nothing but that is thrown", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.base64String(),
    fc.json().map((json) => btoa(encodeURI(json))),
  );
  fc.assert(
    fc.property(text, anOrder, (each, order) => {
      try {
        parseCursor(each, order);
      } catch (error) {
        expect(error).toBeInstanceOf(CursorError);
      }
    }),
  );
});
