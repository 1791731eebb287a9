import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openArchive } from "../src/open-archive.ts";
import { everything } from "../src/query/query.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

test("while a stopped process holds the writer's lock reading goes on, and the reader is told why", async () => {
  const [folder, cacheDir] = [temporaryFolder({ "a.md": "# First\n" }), temporaryFolder()];
  const archive = await openArchive(folder, { cacheDir });
  onTestFinished(() => archive.close());
  await archive.settled();
  const [lock = ""] = readdirSync(cacheDir).filter((name) => name.endsWith(".lock"));
  const program = `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(${JSON.stringify(join(cacheDir, lock))}, { timeout: 5000 });
    database.exec("BEGIN EXCLUSIVE");
    console.log("locked");
    setInterval(() => database, 1000);`;
  const writer = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void writer.kill("SIGKILL"));
  await once(writer.stdout, "data");
  writer.kill("SIGSTOP");

  writeFileSync(join(folder, "a.md"), "# Second\n");
  writeFileSync(join(folder, "b.md"), "# Third\n");
  const notices = async (): Promise<string> => (await archive.status()).notices.join();
  await until(archive, async () => (await notices()).startsWith("Another process is indexing"));
  expect(await archive.status()).toMatchObject({ state: "checking", filesDone: 1, filesTotal: 1 });
  const { hits } = await archive.search(everything);
  expect(hits.map(({ article }) => article.headline)).toEqual(["First"]);
  expect((await archive.get("a"))?.article.headline).toBe("Second");

  // A newcomer answers from what is indexed, and can be closed although it waits.
  const other = await openArchive(folder, { cacheDir });
  expect((await other.search(everything)).total).toBe(1);
  await other.close();

  writer.kill("SIGKILL");
  expect(await archive.settled()).toMatchObject({ articles: 2, state: "ready", notices: [] });
});
