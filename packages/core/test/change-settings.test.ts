import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Archive } from "../src/archive/archive.ts";
import { openArchive } from "../src/open-archive.ts";
import { everything } from "../src/query/query.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

const files = Object.fromEntries(
  ["a", "b", "c", "notes/d"].map((name) => [
    `${name}.md`,
    `---\nkop: Kop ${name}\n---\n\n# Title ${name}\n\nText.\n`,
  ]),
);
const titles = ["Title a", "Title b", "Title c", "Title notes/d"];

async function open(folder: string, cacheDir: string, watch = true): Promise<Archive> {
  const archive = await openArchive(folder, { cacheDir, watch });
  onTestFinished(() => archive.close());
  await archive.settled();
  return archive;
}

function write(folder: string, settings: string): void {
  writeFileSync(join(folder, "broadsheet.json"), settings);
}

async function headlines(archive: Archive): Promise<string[]> {
  const { hits } = await archive.search(everything);
  return hits.map(({ article }) => article.headline).toSorted();
}

async function problems(archive: Archive): Promise<string[]> {
  const page = await archive.problems({ path: "broadsheet.json" });
  return page.problems.map(({ code }) => code);
}

test("an archive is read again when its settings change, and answers as before or as after", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder, temporaryFolder());
  const seen = new Set<string>();
  const look = async (): Promise<boolean> => {
    const list = (await headlines(archive)).join();
    seen.add(list);
    return list.startsWith("Kop");
  };
  expect(await look()).toBe(false);
  write(folder, '{ "fields": { "headline": "kop" }, "ignore": "notes" }');
  await until(archive, look);
  expect([...seen]).toEqual([titles.join(), "Kop a,Kop b,Kop c"]);
  rmSync(join(folder, "broadsheet.json"));
  await until(archive, async () => !(await look()));
  expect(seen.size).toBe(2);
  expect((await archive.settled()).state).toBe("ready");
});

test("a look that is asked for brings the settings too, also where changes are not listened to", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder, temporaryFolder(), false);
  write(folder, '{ "timeZone": "Asia/Phnom_Penh", "ignore": ["**/*.md"] }');
  expect(await archive.refresh()).toMatchObject({
    articles: 0,
    timeZone: "Asia/Phnom_Penh",
    state: "ready",
  });
  write(folder, '{ "include": ["notes/*"] }');
  expect(await archive.refresh()).toMatchObject({ articles: 1, timeZone: "UTC" });
  expect(await headlines(archive)).toEqual(["Title notes/d"]);
});

test("edits are followed after the settings have changed", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder, temporaryFolder());
  write(folder, '{ "fields": { "headline": "kop" } }');
  await archive.refresh();
  writeFileSync(join(folder, "a.md"), "---\nkop: Kop z\n---\n\nText.\n");
  await until(archive, async () => (await headlines(archive)).includes("Kop z"));
  expect(await headlines(archive)).toHaveLength(4);
});

test("what is wrong with the settings comes and goes with them", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder, temporaryFolder());
  expect(await problems(archive)).toEqual([]);
  write(folder, '{ "colour": "red" }');
  await until(archive, async () => (await problems(archive)).join() === "settings-unknown");
  write(folder, '{ "name": "River", }');
  await until(archive, async () => (await problems(archive)).join() === "settings-broken");
  write(folder, '{ "name": "River" }');
  await until(archive, async () => (await problems(archive)).length === 0);
  expect(await headlines(archive)).toEqual(titles);
});

test("what is only shown changes the generation, and keeps the index", async () => {
  const [folder, cacheDir] = [temporaryFolder(files), temporaryFolder()];
  const archive = await open(folder, cacheDir);
  const before = await archive.status();
  write(folder, '{ "name": "River", "license": "CC0-1.0", "publisher": { "name": "Press" } }');
  await until(archive, async () => (await archive.status()).name === "River");
  const after = await archive.settled();
  expect(after).toMatchObject({ license: "CC0-1.0", publisher: { name: "Press" }, articles: 4 });
  expect(after.generation).not.toBe(before.generation);
  const [index, ...others] = readdirSync(cacheDir).filter((name) => name.endsWith(".sqlite"));
  expect([index, others]).toEqual([expect.any(String), []]);
  const page = await archive.search(everything);
  const timeline = await archive.timeline(everything, "year");
  expect([page.generation, timeline.generation]).toEqual([after.generation, after.generation]);
  const { changes, isLast } = await archive.changes(before.generation);
  expect([changes, isLast]).toEqual([[], true]);
  await archive.close();
  rmSync(join(folder, "broadsheet.json"));
  const again = await open(folder, cacheDir);
  expect((await again.status()).generation).toBe(before.generation);
});

test("a folder that is away for a while keeps its settings", async () => {
  const folder = temporaryFolder({ ...files, "broadsheet.json": '{ "ignore": "notes" }' });
  const archive = await open(folder, temporaryFolder());
  renameSync(folder, `${folder}-away`);
  onTestFinished(() => rmSync(`${folder}-away`, { recursive: true, force: true }));
  await expect(archive.refresh()).rejects.toThrow("cannot be read");
  expect(await headlines(archive)).toEqual(["Title a", "Title b", "Title c"]);
  renameSync(`${folder}-away`, folder);
  await archive.refresh();
  expect(await headlines(archive)).toEqual(["Title a", "Title b", "Title c"]);
});

test("settings that change once more while the archive is read again hold in the end", async () => {
  const folder = temporaryFolder(files);
  const archive = await open(folder, temporaryFolder());
  write(folder, '{ "ignore": "a.md" }');
  const reading = archive.refresh();
  write(folder, '{ "ignore": ["a.md", "b.md"] }');
  await reading;
  await archive.refresh();
  expect(await headlines(archive)).toEqual(["Title c", "Title notes/d"]);
});
