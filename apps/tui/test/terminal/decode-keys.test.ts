import { describe, expect, it } from "vitest";
import { createKeyDecoder } from "../../src/terminal/decode-keys.ts";
import type { TerminalInput } from "../../src/terminal/key.ts";

/** Names of the keys in what a terminal sends in these pieces; `⏳` where it must wait for a timeout. */
function names(...chunks: readonly string[]): string[] {
  const decoder = createKeyDecoder();
  const inputs = chunks.flatMap((chunk) => decoder.push(chunk));
  const late = decoder.isWaiting() ? ["⏳", ...decoder.flush().map(name)] : [];
  return [...inputs.map(name), ...late];
}

function name(input: TerminalInput): string {
  return input.type === "key" ? input.key.name : `<${input.type}>`;
}

describe("keys from a terminal", () => {
  it.for([
    ["j", "j"],
    ["G", "G"],
    ["?", "?"],
    [" ", "space"],
    ["\r", "enter"],
    ["\n", "enter"],
    ["\t", "tab"],
    ["\x7f", "backspace"],
    ["\b", "backspace"],
    ["\x03", "ctrl+c"],
    ["\x1a", "ctrl+z"],
    ["\0", "ctrl+space"],
    ["\x1b[A", "up"],
    ["\x1b[B", "down"],
    ["\x1bOA", "up"],
    ["\x1b[H", "home"],
    ["\x1bOF", "end"],
    ["\x1b[1~", "home"],
    ["\x1b[4~", "end"],
    ["\x1b[5~", "pageup"],
    ["\x1b[6~", "pagedown"],
    ["\x1b[3~", "delete"],
    ["\x1b[Z", "shift+tab"],
    ["\x1bOP", "f1"],
    ["\x1b[11~", "f1"],
    ["\x1b[[A", "f1"],
    ["\x1b[21~", "f10"],
    ["\x1b[1;5D", "ctrl+left"],
    ["\x1b[1;3C", "alt+right"],
    ["\x1b[1;2A", "shift+up"],
    ["\x1b[3;5~", "ctrl+delete"],
    ["\x1bb", "alt+b"],
    ["\x1b\x7f", "alt+backspace"],
    ["\x1b\x1b[A", "alt+up"],
    ["\x1b[106u", "j"],
    ["\x1b[106;2u", "J"],
    ["\x1b[47:63;2u", "?"],
    ["\x1b[99;5u", "ctrl+c"],
    ["\x1b[27u", "escape"],
    ["\x1b[13u", "enter"],
    ["\x1b[32u", "space"],
    ["\x1b[6036u", "ប"],
  ] as const)("%j is %s", ([sent, key]) => {
    expect(names(sent)).toEqual([key]);
  });

  it("are all found when they arrive in one piece", () => {
    expect(names("jj\x1b[B\x1bOBG\r/ab \x7f\x1b[5~q")).toEqual([
      "j",
      "j",
      "down",
      "down",
      "G",
      "enter",
      "/",
      "a",
      "b",
      "space",
      "backspace",
      "pageup",
      "q",
    ]);
  });

  it("are the same when every byte arrives alone", () => {
    const sent = "j\x1b[1;5D\x1bOP\x1b[200~two\nlines\x1b[201~\x1b]11;rgb:0000/0000/0000\x1b\\k";
    expect(names(...Array.from(sent))).toEqual(names(sent));
  });

  it("are graphemes, so that a letter and its marks are one key", () => {
    expect(names("ស្ពាន")).toEqual(["ស្ពា", "ន"]);
    expect(names("e\u0301👩‍👩‍👧")).toEqual(["e\u0301", "👩‍👩‍👧"]);
  });

  it("leave a lone escape open until nothing follows it", () => {
    expect(names("\x1b")).toEqual(["⏳", "escape"]);
    expect(names("\x1b", "[", "A")).toEqual(["up"]);
    expect(names("\x1b\x1b")).toEqual(["⏳", "escape", "escape"]);
    expect(names("\x1b[")).toEqual(["⏳", "alt+["]);
    expect(names("\x1bO")).toEqual(["⏳", "alt+O"]);
  });

  it("say nothing when a key is let go, or is only a modifier", () => {
    expect(names("\x1b[106;1:3u")).toEqual(["<reply>"]);
    expect(names("\x1b[57441;2u")).toEqual(["<reply>"]);
  });
});

describe("what a terminal sends by itself", () => {
  it.for([
    "\x1b]11;rgb:ffff/ffff/ffff\x07",
    "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b[?62;22c",
    "\x1b[?2026;2$y",
    "\x1b[12;40R",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;10;10M",
    "\x1bP>|XTerm(390)\x1b\\",
  ])("%j is never typed", (sent) => {
    expect(names(`${sent}j`)).toEqual(["<reply>", "j"]);
  });

  it("is thrown away when it never ends", () => {
    expect(names(`\x1b]11;${"x".repeat(5_000)}`, "j")).toEqual(["j"]);
  });

  it("ends where something else begins", () => {
    expect(names("\x1b]11;rgb:ff\x1b[A")).toEqual(["<reply>", "up"]);
  });
});

describe("a paste", () => {
  it("is one piece, whatever is in it", () => {
    const decoder = createKeyDecoder();
    const inputs = [
      ...decoder.push("\x1b[200~one\r\x1b[Atwo"),
      ...decoder.push("\x03 three\x1b[20"),
      ...decoder.push("1~q"),
    ];
    expect(inputs).toEqual([
      { type: "paste", text: "one\r\x1b[Atwo\x03 three" },
      { type: "key", key: { name: "q", text: "q" } },
    ]);
  });

  it("is waited for however long it takes", () => {
    const decoder = createKeyDecoder();
    decoder.push("\x1b[200~half");
    expect(decoder.isWaiting()).toBe(false);
  });
});
