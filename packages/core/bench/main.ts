import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateArchive } from "./generate-archive.ts";
import type { Measurement } from "./measure.ts";

// `npm run bench [-- COUNT …]`: what opening and searching cost, each beside a limit taken in the same run.

const counts = process.argv.slice(2).map(Number);
if (!counts.every((count) => Number.isSafeInteger(count) && count > 0)) {
  console.error("bench: give numbers of articles, such as `npm run bench -- 1000 100000`.");
  process.exit(2);
}

for (const count of counts.length > 0 ? counts : [1_000, 10_000]) measure(count);

function measure(count: number): void {
  const folder = generateArchive(count);
  const cache = mkdtempSync(join(tmpdir(), "broadsheet-bench-cache-"));
  try {
    const files = articlePaths(folder);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    title(`${count} articles, ${megabytes(bytes)} MB`);

    const reading = time(() => readAll(files));
    const cold = run("cold", folder, cache);
    title("cold: no index yet");
    row("limit: read every byte", reading);
    row("first page", cold["firstPage"], "ms");
    row("everything searchable", cold["settled"], "ms", reading);
    row("CPU", cold["cpu"], "ms", reading);
    row("peak memory", cold["memory"], "MB");

    run("warm", folder, cache);
    const finding = time(() =>
      execFileSync("find", [folder, "-newer", folder], { maxBuffer: 2 ** 30 }),
    );
    const warm = run("warm", folder, cache);
    title("warm: index up to date");
    row("limit: find -newer", finding);
    row("first page", warm["firstPage"], "ms");
    row("files checked", warm["settled"], "ms", finding);
    row("index size", indexSize(cache), "MB");
    row("peak memory", warm["memory"], "MB");

    title("search: 20 hits with exact total, every second time with facets");
    for (const [name, value] of Object.entries(run("search", folder, cache))) {
      row(name, value, name === "memory" ? "MB" : "ms");
    }
  } finally {
    rmSync(cache, { recursive: true });
  }
}

function run(kind: string, folder: string, cache: string): Measurement {
  const script = join(import.meta.dirname, "measure.ts");
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, kind, folder, cache], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`bench: measuring ${kind} failed: ${stderr}`);
  return JSON.parse(stdout) as Measurement; // -- printed by measure.ts
}

function articlePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readAll(files: readonly string[]): void {
  const buffer = Buffer.allocUnsafe(2 ** 20);
  for (const file of files) {
    const descriptor = openSync(file, "r");
    readSync(descriptor, buffer);
    closeSync(descriptor);
  }
}

/** The best of three, in milliseconds. */
function time(work: () => void): number {
  const taken = [1, 2, 3].map(() => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...taken);
}

function indexSize(cache: string): number {
  return (
    readdirSync(cache).reduce((sum, name) => sum + statSync(join(cache, name)).size, 0) / 2 ** 20
  );
}

function title(text: string): void {
  console.log(`\n${text}`);
}

function row(name: string, value = NaN, unit = "ms", limit?: number): void {
  const ratio = limit === undefined ? "" : `   ${(value / limit).toFixed(1)} × the limit`;
  console.log(
    `  ${name.padEnd(44)}${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}${ratio}`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
