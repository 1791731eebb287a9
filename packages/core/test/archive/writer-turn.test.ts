import { expect, onTestFinished, test, vi } from "vitest";
import { PatientWriter } from "../../src/archive/writer-turn.ts";

test("who waits for another writer is told so now and then, and no more when the turn has come", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const turn = Promise.withResolvers<void>();
  const told: boolean[] = [];
  const writer: PatientWriter = new PatientWriter(
    async (work) => {
      await turn.promise;
      return work();
    },
    () => told.push(writer.notice !== undefined),
  );
  const done = writer.run(
    async () => "done",
    () => false,
  );
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([true, true, true]);
  turn.resolve();
  expect(await done).toBe("done");
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([true, true, true, false]);
});
