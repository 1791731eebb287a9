import { expect, it } from "vitest";
import { rememberedStamp } from "../../src/source/file-stamp.ts";

const changedMs = 1_732_628_517_852.5;
const stamp = { size: 5, modifiedMs: changedMs, changedMs, inode: 7 };

it("remembers the stamp of a file that has been left alone for a moment", () => {
  expect(rememberedStamp(stamp, changedMs + 25)).toEqual(stamp);
  expect(rememberedStamp(stamp, changedMs - 60_000)).toEqual(stamp);
});

it("remembers a stamp that fits no file when another change could leave the same times", () => {
  expect(rememberedStamp(stamp, changedMs + 5).changedMs).toBe(-1);
  expect(rememberedStamp(stamp, changedMs - 5).changedMs).toBe(-1);
});

it("waits longer where file times are whole seconds", () => {
  const coarse = { ...stamp, modifiedMs: 1_732_628_516_000, changedMs: 1_732_628_516_000 };
  expect(rememberedStamp(coarse, 1_732_628_517_500).changedMs).toBe(-1);
  expect(rememberedStamp(coarse, 1_732_628_518_000)).toEqual(coarse);
});
