import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openArchive } from "../src/open-archive.ts";
import { parseText } from "../src/query/parse-text.ts";
import { everything } from "../src/query/query.ts";
import { readArticles } from "../src/archive/read-articles.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;

/** Runs git in a folder, whatever the settings of who runs the tests. */
function git(folder: string, ...command: readonly string[]): void {
  const settings = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const who = ["-c", "user.name=N", "-c", "user.email=n@example.org"];
  const { status, stderr } = spawnSync("git", [...who, ...command], {
    cwd: folder,
    env: { ...process.env, ...settings },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

test.skipIf(!hasGit)(
  "branches that are switched, merged and taken back show as their files are",
  async () => {
    const names = Array.from({ length: 240 }, (_, number) => `${number % 6}/${number}.md`);
    const folder = temporaryFolder(
      Object.fromEntries(names.map((name) => [name, `# ${name}\n\nBefore.\n`])),
    );
    const commit = (message: string): void => {
      git(folder, "add", "-A");
      git(folder, "commit", "-qm", message);
    };
    git(folder, "init", "-q", "-b", "main");
    commit("One");
    git(folder, "checkout", "-qb", "other");
    for (const [place, name] of names.entries()) {
      if (place % 3 === 0) writeFileSync(join(folder, name), `# ${name}, changed\n\nAfterwards.\n`);
      if (place % 7 === 1) rmSync(join(folder, name));
    }
    renameSync(join(folder, "5"), join(folder, "moved"));
    for (let number = 0; number < 120; number++) {
      mkdirSync(join(folder, `new/${number % 3}`), { recursive: true });
      writeFileSync(join(folder, `new/${number % 3}/${number}.md`), `# New ${number}\n`);
    }
    commit("Two");
    git(folder, "checkout", "-q", "main");
    const archive = await openArchive(folder, { cacheDir: temporaryFolder() });
    onTestFinished(() => archive.close());
    await archive.settled();
    const text = parseText("afterwards");
    const changed = names.filter((_, place) => place % 3 === 0 && place % 7 !== 1).length;
    for (const [step, found] of [
      [["checkout", "-q", "other"], changed],
      [["checkout", "-q", "main"], 0],
      [["merge", "-q", "other"], changed],
      [["reset", "-q", "--hard", "HEAD~1"], 0],
    ] as const) {
      git(folder, ...step);
      const there = Array.from(
        readArticles(folder),
        ({ article: { path, headline } }) => `${path} ${headline}`,
      ).toSorted();
      await until(archive, async () => {
        const { hits } = await archive.search(everything, { limit: 500 });
        const shown = hits.map(({ article: { path, headline } }) => `${path} ${headline}`);
        return shown.toSorted().join() === there.join();
      });
      expect(await archive.settled()).toMatchObject({ articles: there.length, notices: [] });
      expect((await archive.search({ ...everything, ...(text && { text }) })).total).toBe(found);
    }
  },
);
