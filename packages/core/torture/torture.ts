import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomNumbers } from "../bench/random.ts";
import { examine } from "./examine.ts";
import type { Said } from "./writer-process.ts";

/** Longest life of a writer, in milliseconds: past its start and some steps. */
const longestLifeMs = 4_000;

/** What the killing found. Each fault is a sentence. */
export type TortureReport = {
  readonly kills: number;
  /** How often a writer said that the index had all changes. */
  readonly promises: number;
  readonly faults: readonly string[];
};

/**
 * Kills a process that keeps an archive in step, again and again at a random moment, and looks each time
 * whether all that it said was in the index is there, whether the index is sound, and whether it becomes
 * the one that a fresh start makes.
 */
export async function torture(
  kills: number,
  seed: number,
  say: (line: string) => void = () => {},
): Promise<TortureReport> {
  const random = randomNumbers(seed);
  const place = mkdtempSync(join(tmpdir(), "broadsheet-torture-"));
  const [folder, cache] = [join(place, "archive"), join(place, "cache")];
  mkdirSync(folder);
  const faults: string[] = [];
  let promises = 0;
  try {
    for (let kill = 1; kill <= kills; kill++) {
      // Now and then the index is made from nothing, so that a build is killed too.
      const isNew = kill === 1 || random() < 0.15;
      if (isNew) rmSync(cache, { recursive: true, force: true });
      const life = random() * longestLifeMs;
      const said = await killedWriter(folder, cache, Math.floor(random() * 2 ** 31), life);
      const made = said.filter((each) => "inStep" in each).length;
      promises += made;
      const lastPromise = said.findLastIndex((each) => "inStep" in each);
      const touched = said
        .slice(lastPromise + 1)
        .flatMap((each) => ("touching" in each ? each.touching : []));
      const promised = made > 0 || !isNew ? { butFor: new Set(touched) } : undefined;
      const found = await examine(folder, cache, promised);
      faults.push(...found.map((fault) => `kill ${kill}: ${fault}`));
      if (kill % 25 === 0) say(`${kill} kills, ${promises} promises, ${faults.length} faults`);
    }
    return { kills, promises, faults };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Starts a writer, kills it after some milliseconds, and gives what it said until then. */
async function killedWriter(
  folder: string,
  cache: string,
  seed: number,
  lifeMs: number,
): Promise<readonly Said[]> {
  const program = join(import.meta.dirname, "writer-process.ts");
  const writer = spawn(process.execPath, [program, folder, cache, String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  writer.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    writer.once("close", (_, signal) => resolve(signal));
  });
  const timer = setTimeout(() => writer.kill("SIGKILL"), lifeMs);
  const signal = await ended;
  clearTimeout(timer);
  if (signal !== "SIGKILL") throw new Error("torture: the writer ended by itself");
  const lines = output.split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Said);
}
