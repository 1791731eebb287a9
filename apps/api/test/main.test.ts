import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { ArticleJson, ListJson } from "@broadsheet/core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../src/flags.ts";
import { bodyOf } from "./river-archive.ts";

const program = join(import.meta.dirname, "../bin/broadsheet-api.js");
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith("BROADSHEET_")),
);
const files: Readonly<Record<string, string>> = {
  "ferry.md": `---
title: The ferry keeps its winter hours
category: NATIONAL
date: 2024-05-02T08:15:00Z
---

It leaves at six, bridge or no bridge.
`,
  "bare.txt": "The bridge deck closes on Monday, the ministry said.\n",
  "draft.md": "---\ntitle: Not yet told\ndraft: true\n---\n\nThe bridge that nobody knows.\n",
  "later.md": "---\ntitle: Due one day\ndate: 2999-01-01\n---\n\nThe bridge of another age.\n",
};

let folder = "";
let cache = "";
let child: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-api-"));
  cache = mkdtempSync(join(tmpdir(), "broadsheet-api-cache-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterEach(() => {
  child?.kill("SIGKILL");
});
afterAll(() => {
  for (const path of [folder, cache]) rmSync(path, { recursive: true });
});

/** Runs the program to its end. */
async function run(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const started = start(...args);
  const [out, err, [code]] = await Promise.all([
    text(started.stdout),
    text(started.stderr),
    once(started, "exit"),
  ]);
  return { code, out, err };
}

function start(...args: string[]): ChildProcessByStdio<null, Readable, Readable> {
  const started = spawn(process.execPath, [program, ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  return started;
}

/** Starts the program and resolves with its address when it listens. */
async function serve(
  ...args: string[]
): Promise<{ url: string; ended: Promise<{ code: unknown; err: string }> }> {
  const started = start(folder, "--port", "0", "--cache", cache, ...args);
  const ended = Promise.all([once(started, "exit"), text(started.stderr)]).then(
    ([[code], err]) => ({ code, err }),
  );
  const [line] = await once(createInterface(started.stdout), "line");
  const url = /^Serving .* at (http:\/\/127\.0\.0\.1:\d+)\/v1$/.exec(String(line))?.[1] ?? "";
  return { url, ended };
}

/** Resolves when the index is built. */
async function ready(url: string): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 200);
}

describe("broadsheet-api", () => {
  it("serves a folder over a real socket and ends when it is told to", async () => {
    const { url, ended } = await serve();
    await ready(url);
    const list = await bodyOf<ListJson>(await fetch(`${url}/v1/articles?q=bridge`));
    expect(list.data.map(({ path }) => path)).toEqual(["ferry.md", "bare.txt"]);
    expect(list.meta.total).toBe(2);

    const self = list.data[0]?.links?.self ?? "";
    const article = await bodyOf<ArticleJson>(await fetch(`${url}${self}`));
    expect(article).toMatchObject({
      headline: "The ferry keeps its winter hours",
      section: { key: "national" },
      body: { text: "It leaves at six, bridge or no bridge." },
    });
    expect((await fetch(`${url}/v1/articles?sektion=x`)).status).toBe(400);

    child?.kill("SIGTERM");
    const { code, err } = await ended;
    expect(code).toBe(exitCodes.done);
    const lines = err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      method: "GET",
      url: "/v1/articles?sektion=x",
      status: 400,
    });
  });

  it("answers to no name but its own", async () => {
    const { url } = await serve("--allow-host", "news.example");
    const { port } = new URL(url);
    const status = async (host: string): Promise<string> => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      return (await text(socket)).slice(9, 12);
    };
    expect(await status("evil.example")).toBe("421");
    expect(await status("news.example")).toBe("200");
    expect(await status(`localhost:${port}`)).toBe("200");
  });

  it("shows drafts and the future when asked to at start", async () => {
    const { url } = await serve("--drafts", "--future");
    await ready(url);
    const { data } = await bodyOf<ListJson>(await fetch(`${url}/v1/articles`));
    expect(data.map(({ path }) => path)).toContain("draft.md");
    expect(data.map(({ path }) => path)).toContain("later.md");
  });

  it("says in one sentence what is wrong, and ends with the code for it", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    for (const [args, code, sentence] of [
      [
        ["--prot", "1"],
        exitCodes.misused,
        /^broadsheet-api: There is no flag --prot\. Did you mean --port\?\n$/,
      ],
      [[join(folder, "nowhere")], exitCodes.noArchive, /^broadsheet-api: .*nowhere.*\n$/],
      [[join(folder, "bare.txt")], exitCodes.noArchive, /^broadsheet-api: .*bare\.txt.*\n$/],
      [
        [folder, "--cache", cache, "--port", port],
        exitCodes.noAddress,
        /^broadsheet-api: Port \d+ of .* is in use.*\n$/,
      ],
    ] as const) {
      expect(await run(...args)).toMatchObject({
        code,
        out: "",
        err: expect.stringMatching(sentence),
      });
    }
    taken.close();
  });

  it("shows its help and its version", async () => {
    expect(await run("--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("--port"),
      err: "",
    });
    expect(await run("--version")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
