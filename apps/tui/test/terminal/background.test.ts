import { describe, expect, it } from "vitest";
import {
  backgroundFromEnvironment,
  backgroundOf,
  isAttributesReply,
} from "../../src/terminal/background.ts";

describe("the background", () => {
  it.for([
    ["\x1b]11;rgb:0000/0000/0000\x1b\\", "dark"],
    ["\x1b]11;rgb:ffff/ffff/ffff\x07", "light"],
    ["\x1b]11;rgb:1e/1e/2e\x1b\\", "dark"],
    ["\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x1b\\", "light"],
    ["\x1b[?62c", undefined],
    ["\x1b]10;rgb:ffff/ffff/ffff\x07", undefined],
  ] as const)("in the answer %j is %s", ([reply, background]) => {
    expect(backgroundOf(reply)).toBe(background);
  });

  it.for([
    ["15;0", "dark"],
    ["0;15", "light"],
    ["0;default;15", "light"],
    ["12;8", "dark"],
    ["", "unknown"],
    [undefined, "unknown"],
  ] as const)("that COLORFGBG=%s names is %s", ([value, background]) => {
    expect(backgroundFromEnvironment(value)).toBe(background);
  });

  it("is known not to come when the attributes have come", () => {
    expect(isAttributesReply("\x1b[?64;1;2c")).toBe(true);
    expect(isAttributesReply("\x1b]11;rgb:0/0/0\x07")).toBe(false);
  });
});
