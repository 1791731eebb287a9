import fc from "fast-check";
import { expect, test } from "vitest";
import { TimeLeft } from "../../src/archive/time-left.ts";

/** What is said after each batch of work, with the clock that it is said by. */
function said(
  total: number,
  batches: readonly { readonly files: number; readonly ms: number }[],
): { readonly nowMs: number; readonly seconds: number | undefined }[] {
  const timeLeft = new TimeLeft(0);
  let nowMs = 0;
  let done = 0;
  return batches.map(({ files, ms }) => {
    nowMs += ms;
    done += files;
    timeLeft.report(done, total, nowMs);
    return { nowMs, seconds: timeLeft.seconds(nowMs) };
  });
}

const steady = Array.from({ length: 400 }, () => ({ files: 250, ms: 150 }));

test("nothing is said at first, nor of work that is over soon", () => {
  expect(said(100_000, steady.slice(0, 13)).map(({ seconds }) => seconds)).toEqual(
    Array.from({ length: 13 }),
  );
  expect(said(1_000, steady.slice(0, 4)).at(-1)?.seconds).toBeUndefined();
  // A few files of very many say little, however long they took.
  expect(said(1_000_000, [{ files: 500, ms: 5_000 }])[0]?.seconds).toBeUndefined();
});

test("of steady work the time is told as it is, and never rises", () => {
  const told = said(100_000, steady).filter(({ seconds }) => seconds !== undefined);
  let last = Infinity;
  for (const { nowMs, seconds = NaN } of told) {
    const truth = (400 * 150 - nowMs) / 1_000;
    expect(Math.abs(seconds - truth)).toBeLessThanOrEqual(5);
    expect(seconds).toBeLessThanOrEqual(last);
    last = seconds;
  }
  expect(last).toBe(1);
});

test("time is told in steps that grow with it, and counts down between reports", () => {
  const timeLeft = new TimeLeft(0);
  timeLeft.report(3_000, 60_000, 3_000);
  expect(timeLeft.seconds(3_000)).toBe(60);
  expect(timeLeft.seconds(14_000)).toBe(50);
  expect(timeLeft.seconds(51_500)).toBe(9);
  expect(timeLeft.seconds(90_000)).toBe(1);
});

test("a slow beginning is forgotten soon", () => {
  const beginning = Array.from({ length: 3 }, () => ({ files: 50, ms: 500 }));
  const told = said(100_000, [...beginning, ...steady.slice(0, 60)]).at(-1);
  // 84,850 files are left at 0.6 ms each.
  expect(told?.seconds).toBeGreaterThanOrEqual(45);
  expect(told?.seconds).toBeLessThanOrEqual(60);
});

test("work that becomes slower is told anew before long", () => {
  const slow = Array.from({ length: 400 }, () => ({ files: 50, ms: 150 }));
  const told = said(100_000, [...steady.slice(0, 200), ...slow]).at(-1);
  // 30,000 files are left at 3 ms each.
  expect(told?.seconds).toBeGreaterThanOrEqual(80);
  expect(told?.seconds).toBeLessThan(110);
});

test("however unsteady the work is, what is said of it does not jump about", () => {
  const batch = fc.record({ files: fc.constant(256), ms: fc.integer({ min: 30, max: 600 }) });
  fc.assert(
    fc.property(fc.array(batch, { minLength: 390, maxLength: 390 }), (batches) => {
      const told = said(100_000, batches).filter(({ seconds }) => seconds !== undefined);
      for (const [index, { nowMs, seconds = NaN }] of told.entries()) {
        const before = told[index - 1];
        if (before === undefined) continue;
        const expected = (before.seconds ?? NaN) - (nowMs - before.nowMs) / 1_000;
        expect(Math.abs(seconds - expected)).toBeLessThanOrEqual(10 + expected / 8);
      }
    }),
  );
});
