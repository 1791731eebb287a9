import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printTable, shown } from "../../../packages/core/bench/table.ts";
import { measure, startProcess, type Cost, type ServerProcess } from "./server-process.ts";

// `node apps/api/bench/main.ts FOLDER CACHE`: what answering over HTTP costs the server's process, beside
// plain node:http with the same bytes, headers and log line, and beside Hono with its own etag() and
// compress(). CPU is what holds on a machine that does other things too.

const rounds = 4;
/** Searches asked at once where no kept answer serves. */
const inFlight = 32;
let searched = 0;
const columns = ["µs", "× plain", "p50 ms", "p99 ms", "requests/s", "MB"];
const [folder = "", cache = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "broadsheet-bench-http-"));
const ours = await startProcess(
  join(import.meta.dirname, "../bin/broadsheet-api.js"),
  folder,
  "--cache",
  cache,
  "--port",
  "0",
);
const url = `http://127.0.0.1:${ours.port}`;
while ((await fetch(`${url}/readyz`)).status !== 200);

const list = "/v1/articles?limit=20";
const { file, etag } = await storedAnswer(list);
const plain = await startProcess(join(import.meta.dirname, "other-server.ts"), "plain", file);
const usual = await startProcess(join(import.meta.dirname, "other-server.ts"), "usual", file);
const asking = await startProcess(
  join(import.meta.dirname, "other-server.ts"),
  "asking",
  file,
  folder,
  cache,
);

try {
  for (const connections of [32, 1, 256]) await compare(connections);
  alone();
  hold();
} finally {
  for (const { child } of [ours, plain, usual, asking]) child.kill("SIGKILL");
  rmSync(work, { recursive: true });
}

/** The bytes and headers that ours gives, so that the others give the same. */
async function storedAnswer(target: string): Promise<{ file: string; etag: string }> {
  const response = await fetch(url + target, { headers: { "Accept-Encoding": "identity" } });
  const headers = [...response.headers].filter(
    ([name]) => !["connection", "date", "keep-alive", "x-request-id"].includes(name),
  );
  const path = join(work, "answer.json");
  writeFileSync(path, JSON.stringify({ headers, body: await response.text() }));
  return { file: path, etag: response.headers.get("etag") ?? "" };
}

async function compare(connections: number): Promise<void> {
  const requests = connections === 1 ? 4_000 : 8_000;
  const cases = [
    ["list, kept", "", [ours, plain]],
    ["304", `If-None-Match: ${etag}\r\n`, [ours, plain]],
    ...(connections === 32
      ? ([["list, gzip", "Accept-Encoding: gzip\r\n", [ours, plain, usual]]] as const)
      : []),
  ] as const;
  const names = new Map<ServerProcess, string>([
    [ours, "broadsheet-api"],
    [plain, "node:http, stored bytes"],
    [usual, "Hono, etag() and compress()"],
  ]);
  const rows = cases.flatMap(([name, headers, servers]) => {
    const load = { connections, requests, headers, targets: [list] };
    const costs = servers.map((): Cost[] => []);
    for (let round = 0; round < rounds; round++) {
      servers.forEach((server, place) => {
        const few = server === usual ? { ...load, requests: 1_000 } : load;
        const cost = measure(server, few);
        // The first round warms up.
        if (round > 0) costs[place]?.push(cost);
      });
    }
    const base = median(costs[1] ?? [], "cpu");
    return servers.map((server, place) => {
      const seen = costs[place] ?? [];
      const ratio = servers.includes(plain) ? median(seen, "cpu") / base : NaN;
      return row(`${name}: ${names.get(server)}`, seen, ratio);
    });
  });
  printTable([`${connections} connections, CPU of the server`, ...columns], rows);
}

/** Searches that no answer is kept of: each comes once, for another minute. */
function freshQueries(count: number): string[] {
  const words = ["bridge", "ferry", "river", "road", "market", "school"];
  return Array.from({ length: count }, () => {
    const minutes = (searched * 1_447) % 5_000_000;
    const to = new Date(Date.UTC(2015) + minutes * 60_000).toISOString();
    return `q=${words[searched++ % words.length]}&limit=20&to=${to}`;
  });
}

function searchFresh(server: ServerProcess, count: number): Cost {
  const targets = freshQueries(count).map((query) => `/v1/articles?${query}`);
  return measure(server, { connections: inFlight, requests: count, headers: "", targets });
}

/**
 * What reading and writing cost beside the search itself, and what they cost whoever asks the archive from plain
 * node:http and sends bytes that are stored. All are asked as many things at once: a thread that has gone to sleep
 * costs more to wake than a request, and the archive alone never sleeps when it is asked one thing after the other.
 */
function alone(): void {
  const warming = searchFresh(ours, 6_000);
  searchFresh(asking, 6_000);
  const served: Cost[] = [];
  const least: Cost[] = [];
  const archive: number[] = [];
  for (let round = 1; round < rounds; round++) {
    served.push(searchFresh(ours, 2_000));
    least.push(searchFresh(asking, 2_000));
    archive.push(archiveAlone(freshQueries(4_000)));
  }
  const beyond = (costs: readonly Cost[]): string =>
    shown(middle(costs.map((cost, round) => cost.cpu - (archive[round] ?? NaN))));
  printTable(
    [`searches that no kept answer serves, ${inFlight} at once`, ...columns],
    [
      row("broadsheet-api, warming up", [warming], NaN),
      row("broadsheet-api", served, NaN),
      row("node:http, stored bytes, asking the archive", least, NaN),
      ["the archive alone, queries read before", shown(middle(archive))],
      ["what HTTP adds", beyond(served)],
      ["what node:http adds", beyond(least)],
    ],
  );
}

/** What the process holds as more and more is searched for, and when answers that are kept are asked for. */
function hold(): void {
  const rows = Array.from({ length: 4 }, (_, step) => {
    const cost = searchFresh(ours, 10_000);
    return row(`after ${(step + 1) * 10_000} more searches`, [cost], NaN);
  });
  const load = { connections: inFlight, requests: 200_000, headers: "", targets: [list] };
  rows.push(row("after 200000 kept lists", [measure(ours, load)], NaN));
  printTable(["memory", ...columns], rows);
}

function archiveAlone(queries: readonly string[]): number {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "archive-alone.ts"), folder, cache, String(inFlight), ...queries],
    { encoding: "utf8" },
  );
  if (stderr !== "") throw new Error(`bench: the archive failed: ${stderr}`);
  return Number(stdout);
}

function row(name: string, costs: readonly Cost[], ratio: number): string[] {
  const rate = costs.map(({ wallMs, statuses }) => {
    const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    return (answers / wallMs) * 1_000;
  });
  return [
    name,
    shown(median(costs, "cpu")),
    Number.isNaN(ratio) ? "" : ratio.toFixed(2),
    shown(median(costs, "p50")),
    shown(median(costs, "p99")),
    shown(middle(rate)),
    shown(median(costs, "memory")),
  ];
}

function median(costs: readonly Cost[], key: "cpu" | "p50" | "p99" | "memory"): number {
  return middle(costs.map((cost) => cost[key]));
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
