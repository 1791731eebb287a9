import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomNumbers } from "../bench/random.ts";
import { examine } from "./examine.ts";
import type { Said, Work } from "./writer-process.ts";

/** Longest life of a writer, in milliseconds from its first word on: past some steps. */
const longestLifeMs = 3_000;

/** What else is there, and who is told how far it is. */
export type TortureOptions = {
  /** Articles that are never changed, beside those that are: an index of 4,000 keeps its columns. */
  readonly articles?: number;
  readonly say?: (line: string) => void;
};

/** What the killing found. Each fault is a sentence. */
export type TortureReport = {
  readonly kills: number;
  /** How many of them came in the middle of which work. */
  readonly during: { readonly [work in Work]: number };
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
  { articles = 0, say = () => {} }: TortureOptions = {},
): Promise<TortureReport> {
  const random = randomNumbers(seed);
  const place = mkdtempSync(join(tmpdir(), "broadsheet-torture-"));
  const [folder, cache] = [join(place, "archive"), join(place, "cache")];
  mkdirSync(join(folder, "many"), { recursive: true });
  for (let number = 0; number < articles; number++)
    writeFileSync(join(folder, `many/${number}.md`), `# Article ${number}\n\nThe bridge.\n`);
  const faults: string[] = [];
  const during = { build: 0, update: 0, optimise: 0, replace: 0 };
  let promises = 0;
  try {
    for (let kill = 1; kill <= kills; kill++) {
      // Now and then the index is made from nothing, so that a build is killed too.
      const isNew = kill === 1 || random() < 0.25;
      if (isNew) rmSync(cache, { recursive: true, force: true });
      // A build of so few articles is over in a tenth of a second.
      const life = random() ** (isNew ? 5 : 1) * longestLifeMs;
      const said = await killedWriter(folder, cache, Math.floor(random() * 2 ** 31), life);
      const made = said.filter((each) => "inStep" in each).length;
      promises += made;
      const lastPromise = said.findLastIndex((each) => "inStep" in each);
      const since = said.slice(lastPromise + 1).filter((each) => "doing" in each);
      const touched = since.flatMap(({ touching = [] }) => touching);
      // With other settings it is another index, of which nothing was promised yet.
      const isReplaced = since.some(({ doing }) => doing === "replace");
      during[isReplaced ? "replace" : (since.at(-1)?.doing ?? "update")]++;
      const isPromised = (made > 0 || !isNew) && !isReplaced;
      const promised = isPromised ? { butFor: new Set(touched) } : undefined;
      const found = await examine(folder, cache, promised);
      faults.push(...found.map((fault) => `kill ${kill}: ${fault}`));
      if (kill % 25 === 0) say(`${kill} kills, ${promises} promises, ${faults.length} faults`);
    }
    return { kills, during, promises, faults };
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
  let timer: NodeJS.Timeout | undefined;
  writer.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    timer ??= setTimeout(() => writer.kill("SIGKILL"), lifeMs);
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    writer.once("close", (_, signal) => resolve(signal));
  });
  const signal = await ended;
  clearTimeout(timer);
  if (signal !== "SIGKILL") throw new Error("torture: the writer ended by itself");
  const lines = output.split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Said);
}
