import { join } from "node:path";
import { expect, test } from "vitest";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const never = (): boolean => false;

test("two holders of one lock work after each other", async () => {
  const file = join(temporaryFolder(), "lock");
  const [first, second] = [new WriterLock(file), new WriterLock(file)];
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const working = first.run(async () => (await promise, order.push("first")), true, never);
  const waiting = second.run(async () => order.push("second"), true, never);
  expect(await new WriterLock(file).run(async () => "done", false, never)).toBeUndefined();
  resolve();
  await Promise.all([working, waiting]);
  expect(order).toEqual(["first", "second"]);
});

test("a lock is free again after work that failed", async () => {
  const lock = new WriterLock(join(temporaryFolder(), "lock"));
  await expect(lock.run(() => Promise.reject(new Error("no")), true, never)).rejects.toThrow("no");
  expect(await lock.run(async () => "done", false, never)).toBe("done");
});

test("waiting ends when nobody wants the result any more", async () => {
  const file = join(temporaryFolder(), "lock");
  const { promise, resolve } = Promise.withResolvers<void>();
  const working = new WriterLock(file).run(() => promise, true, never);
  expect(
    await new WriterLock(file).run(
      async () => "done",
      true,
      () => true,
    ),
  ).toBeUndefined();
  resolve();
  await working;
});

test("an index in memory needs no lock", async () => {
  expect(await new WriterLock(undefined).run(async () => "done", false, never)).toBe("done");
});

test("who does not want to wait is sent away while other work is done", async () => {
  const lock = new WriterLock(join(temporaryFolder(), "lock"));
  const { promise, resolve } = Promise.withResolvers<void>();
  const working = lock.run(() => promise, true, never);
  expect(await lock.run(async () => "done", false, never)).toBeUndefined();
  resolve();
  await working;
});
