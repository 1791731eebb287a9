import { expect, test } from "vitest";
import { newestFirst } from "../../src/archive/newest-first.ts";

function file(path: string, changed: string): Parameters<typeof newestFirst>[0][number] {
  const stamp = { size: 1, modifiedMs: Date.parse(changed), changedMs: 0, inode: 1 };
  return { path, stamp };
}

function order(...files: ReturnType<typeof file>[]): readonly string[] {
  return newestFirst(files).map(({ path }) => path);
}

test("files come by the date in their paths, whatever way it is written", () => {
  const later = "2026-01-01";
  expect(
    order(
      file("2019/03/ferry.md", later),
      file("2021-05-06-bridge.md", later),
      file("news/2020/harbour.md", later),
      file("20210507_market.md", later),
    ),
  ).toEqual([
    "20210507_market.md",
    "2021-05-06-bridge.md",
    "news/2020/harbour.md",
    "2019/03/ferry.md",
  ]);
});

test("files without a date in their paths come by the time of their last change", () => {
  expect(
    order(
      file("a.md", "2020-02-03"),
      file("b.md", "2024-02-03"),
      file("2022/c.md", "2026-01-01"),
      file("part-120250.md", "2019-01-01"),
    ),
  ).toEqual(["b.md", "2022/c.md", "a.md", "part-120250.md"]);
});

test("files of one day come in the order of their paths", () => {
  expect(order(file("b.md", "2020-02-03T01:00Z"), file("a.md", "2020-02-03"))).toEqual([
    "a.md",
    "b.md",
  ]);
});
