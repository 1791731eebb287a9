import { expect, test } from "vitest";
import { IdleTidier } from "../../src/archive/tidy-when-idle.ts";
import { PlainIndex } from "../plain-index.ts";

/** An index that has so many steps to do, each of which takes 20 ms. */
class Untidy extends PlainIndex {
  readonly begun: number[] = [];
  readonly ended: number[] = [];
  left = 4;
  override async tidy(): Promise<boolean> {
    const begun = performance.now();
    while (performance.now() < begun + 20);
    this.begun.push(begun);
    this.ended.push(performance.now());
    return --this.left > 0;
  }
}

test("who tidies leaves the index to others as long as it takes it, step by step until all is done", async () => {
  const index = new Untidy();
  const tidier = new IdleTidier(
    index,
    (work) => work(),
    () => false,
  );
  tidier.begin();
  await tidier.ended();
  expect(index.left).toBe(0);
  // Timers count whole milliseconds.
  for (const [step, ended] of index.ended.slice(0, -1).entries())
    expect((index.begun[step + 1] ?? 0) - ended).toBeGreaterThan(18);
});

test("who tidies stops when there is something else to do, and when it fails", async () => {
  const index = new Untidy();
  let isBusy = false;
  const turn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = await work();
    isBusy = true;
    return result;
  };
  const tidier = new IdleTidier(index, turn, () => isBusy);
  tidier.begin();
  await tidier.ended();
  expect(index.left).toBe(3);
  const failing = new IdleTidier(
    index,
    () => Promise.reject(new Error("no")),
    () => false,
  );
  failing.begin();
  await failing.ended();
  expect(index.left).toBe(3);
});
