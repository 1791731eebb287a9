import fc from "fast-check";
import { expect, test } from "vitest";
import { ChangedFiles } from "../../src/archive/changed-files.ts";
import type { FoundFile } from "../../src/source/article-file.ts";

const aNumber = fc.double({ min: 0, max: 2 ** 53, noNaN: true });
const aFile: fc.Arbitrary<FoundFile> = fc.record({
  path: fc
    .tuple(fc.integer({ min: 2019, max: 2021 }), fc.constantFrom("a", "ខ្មែរ", "\u{1f5de}", "x y"))
    .map(([year, name]) => `${String(year)}/${name}.md`),
  stamp: fc.record({
    size: fc.nat(),
    modifiedMs: aNumber,
    changedMs: fc.oneof(aNumber, fc.constant(-1)),
    inode: aNumber,
  }),
});

test("files come back as they were, the newest first and those of one day as they were added", () => {
  fc.assert(
    fc.property(
      fc.array(aFile, { maxLength: 400, size: "max" }),
      fc.integer({ min: 1, max: 150 }),
      (files, atOnce) => {
        const changed = new ChangedFiles();
        for (const file of files) changed.add(file, file.stamp.size % 2 === 0);
        const parts = [...changed.newestFirst(atOnce)];
        const year = ({ path }: FoundFile): number => Number.parseInt(path, 10);
        expect(parts.flat()).toEqual(files.toSorted((a, b) => year(b) - year(a)));
        expect(parts.slice(0, -1).every((part) => part.length === atOnce)).toBe(true);
        expect(parts.every((part) => part.length > 0 && part.length <= atOnce)).toBe(true);
        expect(changed.size).toBe(files.length);
        expect(changed.known).toBe(files.filter(({ stamp }) => stamp.size % 2 === 0).length);
      },
    ),
    { numRuns: 50 },
  );
});
