import { expect, onTestFinished, test, vi } from "vitest";
import type { FileEntry } from "../../src/archive/article-index.ts";
import { compareFiles } from "../../src/archive/compare-files.ts";
import type { FoundFile } from "../../src/source/article-file.ts";

test("others have their turns while an index is asked for many files that have changed", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const files = (size: number): FoundFile[] =>
    Array.from({ length: 100 }, (_, number) => ({
      path: `${String(number + 100)}.md`,
      stamp: { size, modifiedMs: 0, changedMs: 0, inode: 0 },
    }));
  const sinceTurn: number[] = [];
  let turnMs = performance.now();
  const pause = async (): Promise<void> => {
    turnMs = performance.now();
  };
  const find = async (): Promise<FileEntry | undefined> => {
    vi.advanceTimersByTime(5);
    sinceTurn.push(performance.now() - turnMs);
    return undefined;
  };
  const { changed } = await compareFiles({ find }, files(1), [files(2)], pause);
  expect(changed).toHaveLength(100);
  expect(Math.max(...sinceTurn)).toBeLessThan(60);
});
