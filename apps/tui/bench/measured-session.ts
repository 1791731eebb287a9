import pty from "@lydell/node-pty";
import { readdirSync, readFileSync } from "node:fs";

/** What ends every frame of ours; other programs are taken to have painted when they stop writing. */
const frameEnd = "\x1b[?2026l";

/** Milliseconds of silence after which another program has painted. */
const silenceMs = 15;

/** Longest time that anything may take, in milliseconds. */
const patienceMs = 20_000;

/** Milliseconds without work after which a program is at rest. */
const restMs = 700;

/** What is kept of what was written, to be looked at, in UTF-16 units. */
const maxWritten = 100_000;

/** A program in a pseudo-terminal, whose writing, time and memory are measured. */
export type MeasuredSession = {
  /** Milliseconds from its start until it has written something that matches. */
  readonly until: (pattern: RegExp) => Promise<number>;
  /** Presses a key and waits for what it changes; the milliseconds until then. */
  readonly key: (bytes: string) => Promise<number>;
  readonly press: (bytes: string) => void;
  /** Bytes written so far. */
  readonly bytes: () => number;
  /** Milliseconds of CPU time so far, of all threads. */
  readonly cpuMs: () => number;
  /** Times that one of its threads was woken so far. */
  readonly wakeUps: () => number;
  /** Resolves when no thread works any more. */
  readonly rest: () => Promise<void>;
  /** Memory in use, in megabytes: all of it, and without the pages of files, which programs share. */
  readonly memoryMb: () => { readonly all: number; readonly own: number };
  readonly end: () => Promise<void>;
};

export function measuredSession(command: string, args: readonly string[]): MeasuredSession {
  const startedMs = performance.now();
  const program = pty.spawn(command, [...args], {
    cols: 140,
    rows: 45,
    name: "xterm-256color",
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: "/nonexistent",
      LANG: "C.UTF-8",
      TZ: "UTC",
      XDG_STATE_HOME: "/dev/null",
    },
  });
  let written = "";
  let bytes = 0;
  let lastMs = startedMs;
  let isOurs = false;
  program.onData((data) => {
    written = (written + data).slice(-maxWritten);
    isOurs ||= written.includes(frameEnd);
    bytes += Buffer.byteLength(data);
    lastMs = performance.now();
  });
  const ended = new Promise<void>((resolve) => program.onExit(() => resolve()));
  const wait = async (isDone: () => boolean, what: string): Promise<void> => {
    const late = performance.now() + patienceMs;
    while (!isDone()) {
      if (performance.now() > late) throw new Error(`${what}: nothing came`);
      await new Promise(setImmediate);
    }
  };
  const proc = (file: string): string => readFileSync(`/proc/${program.pid}/${file}`, "utf8");
  /** A number of each thread's, summed up. */
  const sum = (file: string, read: (text: string) => number): number =>
    readdirSync(`/proc/${program.pid}/task`)
      .map((thread) => read(proc(`task/${thread}/${file}`)))
      .reduce((all, each) => all + each, 0);
  const cpuMs = (): number => sum("schedstat", (text) => Number(text.split(" ")[0]) / 1e6);

  return {
    async until(pattern) {
      await wait(() => pattern.test(written), String(pattern));
      return lastMs - startedMs;
    },
    async key(sent) {
      const before = bytes;
      written = "";
      const pressedMs = performance.now();
      program.write(sent);
      const isPainted = (): boolean =>
        isOurs
          ? written.includes(frameEnd)
          : bytes > before && performance.now() - lastMs > silenceMs;
      await wait(isPainted, JSON.stringify(sent));
      return lastMs - pressedMs;
    },
    press: (sent) => program.write(sent),
    bytes: () => bytes,
    cpuMs,
    wakeUps: () =>
      sum("status", (text) => Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(text)?.[1] ?? 0)),
    async rest() {
      const late = performance.now() + patienceMs;
      for (let before = -1; before !== cpuMs() && performance.now() < late;) {
        before = cpuMs();
        await new Promise((later) => setTimeout(later, restMs));
      }
    },
    memoryMb() {
      const status = proc("status");
      const megabytes = (field: string): number =>
        Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024;
      return { all: megabytes("VmRSS"), own: megabytes("RssAnon") };
    },
    async end() {
      program.kill("SIGKILL");
      await ended;
    },
  };
}
