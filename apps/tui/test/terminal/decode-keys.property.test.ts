import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyDecoder } from "../../src/terminal/decode-keys.ts";

const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom(
    "\x1b[A",
    "\x1bOP",
    "\x1b[1;5C",
    "\x1b[200~p\x1b[201~",
    "\x1b]0;t\x07",
    "\x1b",
    "\x1b[",
    "\x1b]",
    "\x1bP",
    "\x1b[?1c",
  ),
  fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)),
);

describe("laws of the key decoder", () => {
  it("however the text is cut into reads, nothing is left after a flush but an unfinished paste or answer", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const decoder = createKeyDecoder();
        for (const each of pieces) decoder.push(each);
        decoder.flush();
        expect(decoder.flush()).toEqual([]);
        // Two escapes end whatever was unfinished, but a paste.
        const inputs = [...decoder.push("\x1b[201~\x1b[A\x1b[B"), ...decoder.flush()];
        expect(inputs.at(-1)).toEqual({ type: "key", key: { name: "down" } });
      }),
    );
  });

  it("no key writes a control character", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const decoder = createKeyDecoder();
        const inputs = [...decoder.push(pieces.join("")), ...decoder.flush()];
        for (const input of inputs) {
          if (input.type === "key") expect(input.key.text ?? "").not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
