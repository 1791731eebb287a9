import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseQuery } from "@broadsheet/core";
import { openArchive } from "@broadsheet/core/node";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { destination, pino, stdTimeFunctions } from "pino";

// What ours is compared with, as a process: `plain` is node:http with stored bytes, `asking` the same that asks an
// archive before, `usual` Hono with its own etag() and compress(). Each writes the same line of log for each request.
// The answer to give stands, as JSON, in the file that the second argument names.

const [kind = "", file = "", folder = "", cacheDir = ""] = process.argv.slice(2);
const { headers, body } = JSON.parse(readFileSync(file, "utf8")) as {
  headers: [string, string][];
  body: string;
};
const logger = pino(
  {
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  destination({ dest: 2, sync: true }),
);
let last = 0;

const bytes = Buffer.from(body);
const flat = headers.flat();
const tag = headers.find(([name]) => name.toLowerCase() === "etag")?.[1];
const unchanged = headers
  .filter(([name]) => /^(etag|vary|last-modified|cache-control)$/i.test(name))
  .flat();

const data: unknown = JSON.parse(body);
const app = new Hono();
app.use(etag(), compress());
app.get("*", (c) => c.json(data));
const listener = getRequestListener(app.fetch);

const archive = kind === "asking" ? await openArchive(folder, { cacheDir }) : undefined;
const { timeZone = "UTC" } = (await archive?.settled()) ?? {};
async function askArchive(url: string): Promise<void> {
  const parameters = new URLSearchParams(url.slice(url.indexOf("?")));
  const nowMs = Date.now();
  const { query, page } = parseQuery(parameters, { timeZone, nowMs, visibleAtMs: nowMs });
  await archive?.search(query, page);
}

const server = createServer((request, response) => {
  const began = performance.now();
  const id = `bench-${(++last).toString(36)}`;
  response.once("close", () => {
    logger.info({
      id,
      method: request.method,
      url: request.url,
      status: response.statusCode,
      ms: Math.round((performance.now() - began) * 10) / 10,
      aborted: !response.writableFinished,
    });
  });
  if (kind === "usual") {
    void listener(request, response);
  } else if (kind === "asking") {
    void askArchive(request.url ?? "").then(() =>
      response.writeHead(200, [...flat, "X-Request-Id", id]).end(bytes),
    );
  } else if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, [...unchanged, "X-Request-Id", id]).end();
  } else {
    response.writeHead(200, [...flat, "X-Request-Id", id]).end(bytes);
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
