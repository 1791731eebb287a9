import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Load, Seen } from "./load.ts";

/** A server in a process of its own. */
export type ServerProcess = { readonly port: number; readonly child: ChildProcess };

/** What so many requests cost. */
export type Cost = Seen & {
  /** Microseconds of CPU of the server's process for each request. */
  readonly cpu: number;
  /** Megabytes that the process holds after them. */
  readonly memory: number;
};

/** Starts a program that prints its address. Its log goes to a file that keeps nothing. */
export async function startProcess(...args: readonly string[]): Promise<ServerProcess> {
  const log = openSync("/dev/null", "w");
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", log] });
  closeSync(log);
  const [line] = await once(createInterface(child.stdout ?? process.stdin), "line");
  return { port: Number(/:(\d+)/.exec(String(line))?.[1]), child };
}

/** Asks a server, and tells what that cost it. */
export function measure({ port, child }: ServerProcess, load: Omit<Load, "port">): Cost {
  const before = ticks(child);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "load.ts")],
    { input: JSON.stringify({ ...load, port }), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`bench: the load failed: ${stderr}`);
  const seen = JSON.parse(stdout) as Seen;
  const cpu = ((ticks(child) - before) * 10_000) / load.requests;
  return { ...seen, cpu, memory: megabytes(child) };
}

/** Hundredths of a second of CPU that a process has used (proc(5): utime and stime). */
function ticks({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function megabytes({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1_024;
}
