import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepAnswers } from "../src/keep-answers.ts";
import { createApp } from "../src/app.ts";
import { problemTypes } from "../src/problem-types.ts";
import { startServer, type RunningServer } from "../src/server.ts";
import { archiveOf, presentMs, river } from "./river-archive.ts";

let server: RunningServer;
const sockets: Socket[] = [];

beforeEach(async () => {
  const archive = archiveOf(river);
  const now = (): number => presentMs;
  const answers = keepAnswers(archive, now);
  const app = createApp(archive, { now, answers, allowedHosts: ["127.0.0.1", "localhost"] });
  const record = (): void => {};
  server = await startServer(app, { host: "127.0.0.1", port: 0, record, give: answers.give });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.stop();
});

function open(): Socket {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1").on("error", () => {});
  sockets.push(socket);
  return socket;
}

/** What comes back for these bytes until the server closes the connection. */
async function exchange(sent: string | Buffer): Promise<string> {
  const socket = open();
  socket.write(sent);
  return textOf(socket);
}

const get = (target: string, headers = ""): string =>
  `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;

async function isUp(): Promise<void> {
  expect(await exchange(get("/healthz"))).toContain("HTTP/1.1 200");
}

/** The failure that an answer is: always a problem of a kind that is explained. */
function failureOf(answer: string): number {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toMatch(/^content-type: application\/problem\+json\r?$/im);
  const { type, status } = JSON.parse(body) as { type: string; status: number };
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(Object.keys(problemTypes)).toContain(type.replace("/problem-types/", ""));
  return status;
}

describe("addresses that try to reach what is not there for them", () => {
  it.for([
    ["/v1/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404],
    ["/v1/articles/%252e%252e%252fetc", 404],
    ["/v1/articles/..%5c..%5cwindows%5cwin.ini", 404],
    ["/v1/articles/C:%5cboot", 404],
    ["/v1/articles/%00", 400],
    ["/v1/articles/ferry-hours%00.json", 400],
    ["/v1/articles/%c0%ae%c0%ae", 400],
    ["/v1/articles/ferry-hours%0d%0aX-Evil:%201", 400],
    ["/v1/articles/../../etc/passwd", 404],
    ["/feeds/section/..%2f..%2fall.rss", 404],
    ["/feeds/tag/%3Cscript%3E.atom", 404],
    ["/feeds/tag/a%0d%0aX-Evil:1.rss", 400],
    [`/v1/articles/${"a".repeat(9_000)}`, 404],
    [`/v1/articles/${"a".repeat(17_000)}`, 414],
    [`/v1/articles?q=${"(".repeat(900)}`, 400],
    ["/v1/articles?__proto__=1&constructor=2", 400],
    ["/problem-types/..%2f..%2fetc", 404],
    ["/problem-types/constructor", 404],
    ["//localhost/v1/articles", 404],
    ["http://localhost/v1/articles", 200],
    ["http://evil.example/v1/articles", 421],
    ["/v1/articles/hidden-draft.json", 404],
    ["/v1/articles/hidden-draft/problems", 404],
    ["/v1/articles/hidden-draft%2fproblems", 404],
  ] as const)("%s", async ([target, status]) => {
    const answer = await exchange(get(target));
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).not.toMatch(/^x-evil/im);
    expect(answer).not.toContain("not yet told");
    expect(status === 200 ? 200 : failureOf(answer)).toBe(status);
    await isUp();
  });

  it("get no script, no header and no line of theirs into a page, a feed or a link", async () => {
    const nasty = encodeURIComponent(`"><script>alert(1)</script>]]>&<x y='`);
    for (const target of [
      `/feeds/search.rss?q=${nasty}`,
      `/feeds/search.atom?q=${nasty}`,
      `/feeds/tag/${nasty}.rss`,
      `/v1/articles?q=${nasty}`,
      `/v1/articles/${nasty}`,
    ]) {
      const answer = await exchange(get(target));
      const [head = "", body = ""] = answer.split("\r\n\r\n");
      expect(head).not.toContain("<script");
      expect(head).toMatch(/^x-content-type-options: nosniff\r?$/im);
      expect(/json/.test(head) ? "" : body).not.toContain("<script");
    }
  });
});

describe("bytes that are no requests", () => {
  it.for([
    ["garbage", "\u0000\u0001 nonsense\r\n\r\n", 400],
    ["TLS", Buffer.from("1603010200010001fc0303", "hex"), 400],
    ["two lengths", get("/v1", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400],
    ["a length and chunks", get("/v1", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400],
    ["a header that is folded", get("/v1", "X-A: 1\r\n 2\r\n"), 400],
    ["a line end in a header", get("/v1", "X-A: 1\rX-B: 2\r\n"), 400],
    ["no host", "GET /v1 HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["another host", "GET /v1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
    ["another origin", get("/v1", "Origin: https://evil.example\r\n"), 403],
    ["headers without end", get("/v1", `X-A: ${"a".repeat(40_000)}\r\n`), 431],
    ["many headers", get("/v1", "X-A: aaaaaaaaaa\r\n".repeat(3_000)), 431],
    ["a body", get("/v1", "Content-Length: 3\r\n") + "abc", 413],
  ] as const)("%s", async ([, bytes, status]) => {
    const answer = await exchange(bytes);
    expect(failureOf(answer)).toBe(status);
    await isUp();
  });

  it("are refused behind a request that was answered", async () => {
    const answer = await exchange(
      `${get("/healthz").replace("Connection: close\r\n", "")}nonsense\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain("HTTP/1.1 400 ");
    await isUp();
  });
});

describe("a connection that goes on with nonsense", () => {
  it("has its failure after the answer that it had before", async () => {
    const socket = open();
    socket.write(get("/healthz").replace("Connection: close\r\n", ""));
    const [first] = (await once(socket, "data")) as [Buffer];
    expect(String(first)).toMatch(/^HTTP\/1.1 200 /);
    socket.write("nonsense\r\n\r\n");
    expect(failureOf(await textOf(socket))).toBe(400);
  });
});

describe("clients that are slow", () => {
  it("do not keep others waiting, and what they did not read is dropped when the server stops", async () => {
    const slow = Array.from({ length: 300 }, (_, place) => {
      const socket = open();
      socket.write(
        place % 2 === 0 ? "GET /v1 HTTP/1.1\r\nHost:" : get("/v1/articles").slice(0, -2),
      );
      socket.pause();
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, "connect").catch(() => {})));
    await isUp();
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  }, 15_000);
});

describe("very many clients", () => {
  it("are answered, a thousand at once, while as many say nothing or stop in the middle", async () => {
    const silent = Array.from({ length: 1_000 }, (_, place) => {
      const socket = open();
      if (place % 2 === 0) socket.write("GET /v1 HTTP/1.1\r\nHost: local");
      return socket;
    });
    const asking = Array.from({ length: 1_000 }, open);
    await Promise.all([...silent, ...asking].map((socket) => once(socket, "connect")));
    const answers = asking.map(async (socket, place) => {
      socket.write(`GET /v1/articles?limit=${(place % 9) + 1} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      const [first]: Buffer[] = await once(socket, "data");
      return String(first).slice(0, 12);
    });
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["HTTP/1.1 200"]));
    await isUp();
  });
});

describe("what is kept", () => {
  it("is given to who asks for the same, and never in another form", async () => {
    const forms = [
      ["application/json", '{"data"'],
      ["text/csv", "\ufeffid"],
      ["application/rss+xml", "<?xml"],
      ["application/atom+xml", "<?xml"],
    ] as const;
    const tags = new Set<string>();
    for (let time = 0; time < 2; time++) {
      for (const [type, start] of forms) {
        const answer = await exchange(get("/v1/articles", `Accept: ${type}\r\n`));
        const [head = "", body = ""] = answer.split("\r\n\r\n");
        expect(head.toLowerCase()).toContain(`content-type: ${type}`);
        expect(body.slice(0, start.length)).toBe(start);
        tags.add(/^etag: (.*)$/im.exec(head)?.[1]?.trim() ?? "");
      }
    }
    expect(tags.size).toBe(forms.length);
    expect(tags).not.toContain("");
  });

  it("is not given under a host whose name continues in the address", async () => {
    await exchange(get("/v1/articles"));
    const crossed = "GET /articles HTTP/1.1\r\nHost: localhost/v1\r\nConnection: close\r\n\r\n";
    expect((await exchange(crossed)).slice(0, 12)).not.toBe("HTTP/1.1 200");
  });
});
