import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Seen } from "./archive-process.ts";
import { keep } from "./kept.ts";
import { manyArticles } from "./run-archive.ts";

/** A process that has an archive open, and says what it sees when it is asked. */
class Reader {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  constructor(folder: string, cache: string) {
    const program = join(import.meta.dirname, "archive-process.ts");
    this.#process = spawn(process.execPath, [program, folder, cache], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines: Interface = createInterface(this.#process.stdout);
    this.#lines = lines[Symbol.asyncIterator]();
    onTestFinished(() => void this.#process.kill("SIGKILL"));
  }

  ask(): void {
    this.#process.stdin.write("\n");
  }

  async seen(): Promise<Seen> {
    const { value } = await this.#lines.next();
    return JSON.parse(String(value)) as Seen;
  }

  async kill(): Promise<void> {
    const closed = once(this.#process, "close");
    this.#process.kill("SIGKILL");
    await closed;
  }
}

test.for([2, 10])(
  "%i processes on one archive have one index, see what changes, and go on when any of them is killed",
  { timeout: 240_000 },
  async (number) => {
    const [folder, cache] = [temporaryFolder(manyArticles(60)), temporaryFolder()];
    const readers = Array.from({ length: number }, () => new Reader(folder, cache));
    const first = await Promise.all(readers.map((reader) => reader.seen()));
    for (const { state, articles, notices } of first)
      expect({ state, articles, notices }).toEqual({ state: "ready", articles: 60, notices: [] });
    const epochs = new Set(first.map(({ generation }) => generation.split(".")[0]));
    expect(epochs.size).toBe(1);

    for (let turn = 0; turn < 3; turn++) {
      writeFileSync(join(folder, "a0.md"), `# Changed ${turn}\n`);
      writeFileSync(join(folder, `new${turn}.md`), `# New ${turn}\n`);
      rmSync(join(folder, `a${turn + 1}.md`));
      renameSync(join(folder, `a${turn + 10}.md`), join(folder, `moved${turn}.md`));
      for (const reader of readers) reader.ask();
      const seen = await Promise.all(readers.map((reader) => reader.seen()));
      for (const { headlines, articles, notices, failure, generation } of seen) {
        expect({ articles, notices, failure }).toEqual({ articles: 60, notices: [] });
        expect(headlines).toContain(`Changed ${turn}`);
        expect(headlines).toContain(`New ${turn}`);
        expect(headlines).toEqual(seen[0]?.headlines);
        expect(epochs).toContain(generation.split(".")[0]);
      }
    }

    writeFileSync(join(folder, "late.md"), "# Late\n");
    for (const reader of readers) reader.ask();
    await readers[0]?.kill();
    const left = await Promise.all(readers.slice(1).map((reader) => reader.seen()));
    for (const { headlines, articles } of left) {
      expect(articles).toBe(61);
      expect(headlines).toContain("Late");
    }
    const after = keep(folder, cache);
    expect(await after.settled()).toMatchObject({ articles: 61, notices: [] });
  },
);
