import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/source/decode-text.ts";

describe("decodeText", () => {
  it("reads back any text that was written as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(decodeText(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
      }),
    );
  });

  it("never throws, and finds a fault exactly where bytes are not UTF-8", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        fc.pre(bytes[0] !== 0xff && bytes[0] !== 0xfe);
        const first = firstFault(bytes);
        const before = Buffer.from(bytes.subarray(0, first))
          .toString("utf8")
          .replace(/^\ufeff/, "");
        const fault = first === -1 ? undefined : { byte: bytes[first], index: before.length };
        expect(decodeText(bytes).fault).toEqual(fault);
      }),
    );
  });

  it("takes a character cut at the end for a fault only when the file ends there", () => {
    const bytes = Buffer.from("aក").subarray(0, 3);
    expect(decodeText(bytes, true)).toEqual({ text: "a", encoding: "utf-8" });
    expect(decodeText(bytes, false)).toMatchObject({ fault: { byte: 0xe1, index: 1 } });
  });
});

/** The first place from which no character can be read, tried one length after the other. */
function firstFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((count) => {
      if (at + count > bytes.length) return false;
      try {
        return [...decoder.decode(bytes.subarray(at, at + count))].length <= 1;
      } catch {
        return false;
      }
    });
    if (length === undefined) return at;
    at += length;
  }
  return -1;
}
