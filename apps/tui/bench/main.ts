import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measuredSession, type MeasuredSession } from "./measured-session.ts";

// `node apps/tui/bench/main.ts FOLDER CACHE`: what the built program costs in a terminal of 140 columns and 45
// rows, beside what starting Node costs, the barest painter and, where they are installed, `less` and `fzf`. It reads /proc, so it needs Linux, and
// it presses keys that must change something, so the folder needs 500 articles.

const [folder = ".", cache = tmpdir()] = process.argv.slice(2);
const program = fileURLToPath(new URL("../bin/broadsheet.js", import.meta.url));
const starts = 7;
const presses = 200;
const pressesInTurn = 20;
const heldKeys = 150;
const heldEveryMs = 1_000 / 30;
const idleMs = 4_000;
const firstPresses = 50;
const isListed = /1 of [\d,]+/;
const isFound = /[\d,]+ of [\d,]+, /;

/** What a session takes, workers included, and how much of it are no pages of files. */
function sayMemory(what: string, session: MeasuredSession): void {
  const { all, own } = session.memoryMb();
  say(`${what}, and without files`, `${all.toFixed(0)} MB, ${own.toFixed(0)} MB`);
}

/** Writes one figure. */
function say(what: string, figure: string): void {
  console.log(`  ${what.padEnd(52)}${figure}`);
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function open(): MeasuredSession {
  return measuredSession(process.execPath, [program, folder, "--cache", cache]);
}

const pause = (milliseconds: number): Promise<unknown> =>
  new Promise((later) => setTimeout(later, milliseconds));

async function measureStart(): Promise<void> {
  const firstMs: number[] = [];
  const listMs: number[] = [];
  const bareMs: number[] = [];
  for (let start = 0; start < starts; start++) {
    const bare = measuredSession(process.execPath, ["-e", "process.stdout.write('started')"]);
    bareMs.push(await bare.until(/started/));
    await bare.end();
    const session = open();
    firstMs.push(await session.until(/\x1b\[\?2026l/));
    listMs.push(await session.until(isListed));
    await session.end();
  }
  const figures = (values: readonly number[]): string =>
    `${ms(quantile(values, 0.5))}, ${ms(quantile(values, 0))}`;
  say("start of Node, median and least", figures(bareMs));
  say("first frame, median and least", figures(firstMs));
  say("first articles, median and least", figures(listMs));
}

const medianAndP99 = (times: readonly number[]): string =>
  [quantile(times, 0.5), quantile(times, 0.99)].map(ms).join(", ");

type Pressed = { readonly name: string; readonly session: MeasuredSession; readonly key: string };

/** CPU of a key in milliseconds for each of them, beside `say`ing it and more; they take turns, so that all have the same machine. */
async function measureKeys(...all: readonly Pressed[]): Promise<readonly number[]> {
  const measured = all.map((pressed) => ({
    ...pressed,
    cpuMs: 0,
    bytes: 0,
    times: new Array<number>(),
  }));
  for (let turn = 0; turn < presses / pressesInTurn; turn++) {
    for (const each of measured) {
      const { session, key } = each;
      const [cpuMs, bytes] = [session.cpuMs(), session.bytes()];
      for (let press = 0; press < pressesInTurn; press++) each.times.push(await session.key(key));
      each.cpuMs += session.cpuMs() - cpuMs;
      each.bytes += session.bytes() - bytes;
    }
  }
  for (const { name, cpuMs, bytes, times } of measured) {
    say(`${name}: key to paint, median and p99`, medianAndP99(times));
    say(`${name}: CPU and bytes a key`, `${ms(cpuMs / presses)}, ${Math.round(bytes / presses)}`);
  }
  return measured.map(({ cpuMs }) => cpuMs / presses);
}

async function measureHeld(session: MeasuredSession): Promise<void> {
  const cpuMs = session.cpuMs();
  const startMs = performance.now();
  for (let press = 0; press < heldKeys; press++) {
    session.press("\x1b[B");
    await pause(heldEveryMs);
  }
  const share = (session.cpuMs() - cpuMs) / (performance.now() - startMs);
  say("↓ held, 30 a second", `${(100 * share).toFixed(1)} % of a core`);
}

async function measureRest(session: MeasuredSession): Promise<void> {
  await session.rest();
  const before = [session.wakeUps(), session.bytes()];
  const cpuMs = session.cpuMs();
  await pause(idleMs);
  const [wakeUps, bytes] = [session.wakeUps(), session.bytes()].map(
    (now, index) => now - (before[index] ?? 0),
  );
  const figures = `${ms(session.cpuMs() - cpuMs)}, ${wakeUps}, ${bytes}`;
  say(`at rest for ${idleMs / 1_000} s: CPU, wake-ups, bytes`, figures);
}

async function measureSession(): Promise<void> {
  const session = open();
  await session.until(isListed);
  say("CPU until the first articles", ms(session.cpuMs()));
  const times: number[] = [];
  for (let press = 0; press < firstPresses; press++) times.push(await session.key("j"));
  say("↓ while the files are checked: key to paint", medianAndP99(times));
  await session.rest();
  say("CPU until all files are checked", ms(session.cpuMs()));
  sayMemory("memory in the list", session);
  await session.key("j");
  const plain = await openPlainPainter();
  const [keyMs = 0, plainMs = 1] = await measureKeys(
    { name: "↓ in the list", session, key: "j" },
    { name: "the barest painter", session: plain, key: "j" },
  );
  say("↓ in the list, CPU beside the barest painter", `${(keyMs / plainMs).toFixed(1)} ×`);
  await plain.end();
  await measureHeld(session);
  say("to the last article", ms(await session.key("G")));
  await session.key("/");
  const letters: number[] = [];
  const found: number[] = [];
  for (const letter of "bri") {
    const pressedMs = performance.now();
    letters.push(await session.key(letter));
    await session.until(isFound);
    found.push(performance.now() - pressedMs);
    await session.rest();
  }
  say("a letter of a search to paint, longest", ms(quantile(letters, 1)));
  say("a letter of a search to its results, longest", ms(quantile(found, 1)));
  await session.key("\x1b");
  await session.key("g");
  say("an article opened", ms(await session.key("\r")));
  const askedMs = performance.now();
  await session.key("?");
  await session.until(/F10/);
  say("the help opened for the first time", ms(performance.now() - askedMs));
  await session.key("\x1b");
  await measureRest(session);
  sayMemory("memory after all this", session);
  await session.end();
}

async function openPlainPainter(): Promise<MeasuredSession> {
  const painter = fileURLToPath(new URL("plain-painter.ts", import.meta.url));
  const session = measuredSession(process.execPath, [painter, folder]);
  await session.until(/2026l/);
  await session.rest();
  await session.key("j");
  return session;
}

/** Programs that show a list of lines, where they are installed. */
const others: readonly { readonly name: string; readonly key: string; readonly seen: RegExp }[] = [
  { name: "less", key: "j", seen: /headline/ },
  { name: "fzf", key: "\x1b[A", seen: /headline/ },
];

async function measureOthers(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "broadsheet-bench-lines-"));
  const file = join(scratch, "lines");
  const line = "A line that is about as long as a headline in a list of articles.";
  writeFileSync(file, Array.from({ length: 1_000 }, (_, index) => `${index} ${line}\n`).join(""));
  for (const { name, key, seen } of others) {
    if (spawnSync(name, ["--version"]).status !== 0) continue;
    const session = measuredSession("sh", ["-c", `exec ${name} < "$1"`, "sh", file]);
    await session.until(seen);
    await measureKeys({ name, session, key });
    await session.end();
  }
  rmSync(scratch, { recursive: true });
}

// The index is made first: what making it costs is measured elsewhere.
spawnSync(process.execPath, [program, "list", folder, "--limit", "1", "--cache", cache]);
console.log("\nterminal");
await measureStart();
await measureSession();
await measureOthers();
