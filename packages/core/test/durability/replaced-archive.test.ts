import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FolderError } from "../../src/errors.ts";
import { openArchive } from "../../src/open-archive.ts";
import { everything } from "../../src/query/query.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { until } from "../until.ts";
import { headlines, keep } from "./kept.ts";
import { canRunWithoutRights, nobody, oneSentence, runArchive } from "./run-archive.ts";

test("another folder in an archive's place is indexed in place of it, also while the folders are watched", async () => {
  const place = temporaryFolder({
    "archive/a.md": "# A\n",
    "archive/deep/b.md": "# B\n",
    "other/a.md": "# Other A\n",
    "other/deep/c.md": "# Other C\n",
  });
  const [folder, cache] = [join(place, "archive"), temporaryFolder()];
  const archive = await openArchive(folder, { cacheDir: cache });
  onTestFinished(() => archive.close());
  await archive.settled();
  renameSync(folder, join(place, "away"));
  renameSync(join(place, "other"), folder);
  await archive.refresh();
  const shown = async (): Promise<string[]> =>
    (await archive.search(everything)).hits.map(({ article }) => article.headline);
  expect(await shown()).toEqual(["Other A", "Other C"]);
  // What happens in the folder that was moved away is not heard any more, what happens in the new one is.
  writeFileSync(join(place, "away/a.md"), "# Away\n");
  writeFileSync(join(folder, "deep/d.md"), "# Other D\n");
  await until(archive, async () => (await shown()).length === 3);
  expect(await shown()).toEqual(["Other A", "Other C", "Other D"]);
  expect((await archive.status()).notices).toEqual([]);
});

test("while an archive's folder is away what is indexed is shown, and a file or nothing in its place removes no article", async () => {
  const place = temporaryFolder({ "archive/a.md": "# A\n", "archive/b.md": "# B\n" });
  const [folder, cache] = [join(place, "archive"), temporaryFolder()];
  const archive = keep(folder, cache);
  await archive.settled();
  renameSync(folder, join(place, "away"));
  const expectKept = async (): Promise<void> => {
    await expect(archive.refresh()).rejects.toThrow(FolderError);
    const { articles, state, notices } = await archive.status();
    expect({ articles, state, notices }).toEqual({
      articles: 2,
      state: "ready",
      notices: [
        expect.stringMatching(/^The archive's folder cannot be read \(it is not there\), so/),
      ],
    });
    expect(notices[0]).toMatch(oneSentence);
    expect(await headlines(archive)).toEqual(["A", "B"]);
  };
  await expectKept();
  writeFileSync(folder, "a file");
  await expectKept();
  unlinkSync(folder);
  renameSync(join(place, "away"), folder);
  expect(await archive.refresh()).toMatchObject({ articles: 2, notices: [] });
});

test("an archive that is a link to a folder is that folder, until it is opened again", async () => {
  const place = temporaryFolder({ "one/a.md": "# One\n", "two/a.md": "# Two\n" });
  const [link, cacheDir] = [join(place, "link"), temporaryFolder()];
  for (const [name, headline] of [
    ["one", "One"],
    ["two", "Two"],
  ] as const) {
    rmSync(link, { force: true });
    symlinkSync(join(place, name), link);
    const archive = await openArchive(link, { cacheDir, watch: false });
    await archive.settled();
    rmSync(link);
    symlinkSync(join(place, name === "one" ? "two" : "one"), link);
    await archive.refresh();
    const { hits } = await archive.search(everything);
    expect(hits.map(({ article }) => article.headline)).toEqual([headline]);
    await archive.close();
  }
});

test.skipIf(!canRunWithoutRights)(
  "an archive that may only be read is read, and nothing in it is touched",
  () => {
    const [folder, cache] = [
      temporaryFolder({ "a.md": "# A\n", "deep/b.md": "# B\n" }),
      temporaryFolder(),
    ];
    for (const path of ["a.md", "deep/b.md"]) chmodSync(join(folder, path), 0o444);
    for (const path of ["deep", ""]) chmodSync(join(folder, path), 0o555);
    onTestFinished(() => {
      for (const path of ["", "deep"]) chmodSync(join(folder, path), 0o755);
    });
    chmodSync(cache, 0o777);
    const before = times(folder);
    const seen = runArchive(folder, cache, nobody === undefined ? {} : { user: nobody });
    expect(seen).toMatchObject({ state: "ready", headlines: ["A", "B"], notices: [] });
    expect(times(folder)).toEqual(before);
  },
);

/** When what is in a folder was last changed, in any way. */
function times(folder: string): unknown {
  return ["", ...readdirSync(folder, { recursive: true })].map((path) => {
    const { mtimeMs, ctimeMs, size } = statSync(join(folder, String(path)));
    return [path, mtimeMs, ctimeMs, size];
  });
}

test("a folder that is emptied and filled again has the articles that it is filled with", async () => {
  const [folder, cache] = [
    temporaryFolder({ "a.md": "# A\n", "deep/b.md": "# B\n" }),
    temporaryFolder(),
  ];
  const archive = keep(folder, cache);
  await archive.settled();
  for (const path of ["a.md", "deep"]) rmSync(join(folder, path), { recursive: true });
  expect(await archive.refresh()).toMatchObject({ articles: 0, notices: [] });
  mkdirSync(join(folder, "deep"));
  writeFileSync(join(folder, "deep/b.md"), "# B again\n");
  await archive.refresh();
  expect(await headlines(archive)).toEqual(["B again"]);
});
