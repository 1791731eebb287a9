import { once } from "node:events";
import { connect } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Hono } from "hono";
import { createApp } from "../src/app.ts";
import type { GiveKept } from "../src/give-kept.ts";
import { keepAnswers } from "../src/keep-answers.ts";
import { startServer, type RequestRecord, type RunningServer } from "../src/server.ts";
import { archiveOf, presentMs, river, riverApp } from "./river-archive.ts";

let running: RunningServer | undefined;
const records: RequestRecord[] = [];

async function start(
  app: ReturnType<typeof riverApp> = riverApp(),
  give?: GiveKept,
): Promise<string> {
  records.length = 0;
  running = await startServer(app, {
    host: "127.0.0.1",
    port: 0,
    record: (request) => records.push(request),
    ...(give === undefined ? {} : { give }),
  });
  return running.url;
}

afterEach(async () => {
  vi.useRealTimers();
  await running?.stop();
  running = undefined;
});

/** Everything that comes back for these bytes until the server closes the connection. */
async function exchange(url: string, sent: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(sent);
  return textOf(socket);
}

/** Headers as they stand in the answer, but for the date and the request's own name. */
function headersOf(answer: string): string[] {
  const [head = ""] = answer.split("\r\n\r\n");
  return head.split("\r\n").filter((line) => !/^(date|x-request-id):/i.test(line));
}

const get = (target: string, headers: string = ""): string =>
  `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;

describe("a server", () => {
  it("answers over a socket, HEAD with the headers of GET", async () => {
    const url = await start();
    const whole = await exchange(url, get("/v1/articles"));
    const head = await exchange(url, get("/v1/articles").replace("GET", "HEAD"));
    const [first] = headersOf(whole);
    const body = whole.split("\r\n\r\n")[1] ?? "";
    expect(first).toBe("HTTP/1.1 200 OK");
    expect(JSON.parse(body)).toHaveProperty("meta.total", 4);
    expect(whole).toContain(`Content-Length: ${Buffer.byteLength(body)}\r\n`);
    expect(whole).not.toContain("Transfer-Encoding");
    expect(
      headersOf(head)
        .map((line) => line.toLowerCase())
        .toSorted(),
    ).toEqual(
      headersOf(whole)
        .map((line) => line.toLowerCase())
        .toSorted(),
    );
    expect(head.split("\r\n\r\n")[1]).toBe("");
  });

  it("gives what it gave before without asking the application, as long as nothing changes", async () => {
    const archive = archiveOf(river);
    const answers = keepAnswers(archive, () => presentMs);
    const app = createApp(archive, { now: () => presentMs, answers });
    let asked = 0;
    const counted = new Hono().all("*", (c) => {
      asked++;
      return app.fetch(c.req.raw);
    });
    const url = await start(counted, answers.give);
    await exchange(url, get("/v1/articles"));
    const first = await exchange(url, get("/v1/articles"));
    const second = await exchange(url, get("/v1/articles"));
    const head = await exchange(url, get("/v1/articles").replace("GET", "HEAD"));
    expect(asked).toBe(2);
    expect(
      headersOf(second)
        .map((line) => line.toLowerCase())
        .toSorted(),
    ).toEqual(
      headersOf(first)
        .map((line) => line.toLowerCase())
        .toSorted(),
    );
    expect(second.split("\r\n\r\n")[1]).toBe(first.split("\r\n\r\n")[1]);
    expect(headersOf(head)).toEqual(headersOf(second));
    expect(head.split("\r\n\r\n")[1]).toBe("");

    const etag = /^etag: (.*)$/im.exec(first)?.[1];
    const held = await exchange(url, get("/v1/articles", `If-None-Match: ${etag}\r\n`));
    expect(headersOf(held)[0]).toBe("HTTP/1.1 304 Not Modified");
    await exchange(url, get("/v1/articles", "Origin: http://localhost\r\n"));
    expect(asked).toBe(3);
    answers.store.clear();
    await exchange(url, get("/v1/articles"));
    expect(asked).toBe(4);
  });

  it("names each request, as it was named where that is a name", async () => {
    const url = await start();
    const idOf = async (given: string): Promise<string | undefined> =>
      /^x-request-id: (.*)$/im.exec(await exchange(url, get("/v1", given)))?.[1];
    expect(await idOf("X-Request-Id: of-a.proxy_1\r\n")).toBe("of-a.proxy_1");
    const [one, other] = [await idOf(""), await idOf("X-Request-Id: \u00e9 <b>\r\n")];
    expect(one).toMatch(/^[\w-]+$/);
    expect(other).toMatch(/^[\w-]+$/);
    expect(one).not.toBe(other);
    expect(records.map(({ id }) => id)).toEqual(["of-a.proxy_1", one, other]);
  });

  it("tells who sent letters as they are to encode them", async () => {
    const url = await start();
    for (const target of ["/v1/articles?q=ស្ពាន", "/v1/articles/ស្ពាន"]) {
      const answer = await exchange(url, get(target));
      expect(answer).toContain("HTTP/1.1 400 ");
      expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({
        detail: expect.stringContaining("percent-encoded"),
      });
    }
  });

  it("keeps a record of each request", async () => {
    const url = await start();
    await exchange(url, get("/v1/articles?limit=1"));
    await exchange(url, get("/nowhere"));
    expect(records).toMatchObject([
      { method: "GET", url: "/v1/articles?limit=1", status: 200, aborted: false },
      { method: "GET", url: "/nowhere", status: 404, aborted: false },
    ]);
  });

  it.for([
    ["nonsense", "NONSENSE\r\n\r\n", 400],
    ["an unknown method", "FROB / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["headers without end", get("/v1", `X: ${"a".repeat(40_000)}\r\n`), 431],
    ["two lengths", get("/v1", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400],
    ["a length and chunks", get("/v1", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400],
    ["a host that is none", get("/v1").replace("localhost", "a b"), 400],
    ["a target that is none", get("v1"), 400],
    ["a target for proxies", get("http://localhost:x/v1"), 400],
    ["a backslash in the path", get("/v1\\articles"), 400],
    ["a NUL in the path", get("/v1/articles/%00"), 400],
    ["a path out of the tree", get("/v1/../../etc/passwd"), 404],
    ["an overlong address", get(`/v1/articles?q=${"a".repeat(17_000)}`), 414],
    ["a body", get("/v1", "Content-Length: 4\r\n") + "body", 413],
    ["an expectation", get("/v1", "Expect: the best\r\n"), 417],
    ["TRACE", get("/v1").replace("GET", "TRACE"), 405],
    ["OPTIONS", get("/v1").replace("GET", "OPTIONS"), 405],
    [
      "a body of a method that there is not",
      get("/v1", "Content-Length: 4\r\n").replace("GET", "POST") + "body",
      405,
    ],
  ] as const)("answers %s with a problem, and others meanwhile", async ([, sent, status]) => {
    const url = await start();
    const answer = await exchange(url, sent);
    const [first = ""] = headersOf(answer);
    expect(first).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/i);
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ status });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("does not read on after a body that nobody asked for", async () => {
    const url = await start();
    const sent = get("/v1", "Content-Length: 99999\r\n").replace("Connection: close\r\n", "");
    expect(await exchange(url, `${sent}the beginning of it`)).toContain("HTTP/1.1 413 ");
  });

  it("refuses a port that is taken", async () => {
    const { port } = new URL(await start());
    const second = startServer(riverApp(), {
      host: "127.0.0.1",
      port: Number(port),
      record: () => {},
    });
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

/** An application whose searches wait; `asked` resolves with how to answer the first and the second. */
function waitingApp(): {
  readonly app: ReturnType<typeof riverApp>;
  readonly asked: readonly Promise<() => void>[];
} {
  const archive = archiveOf(river);
  const asked = [Promise.withResolvers<() => void>(), Promise.withResolvers<() => void>()];
  let searches = 0;
  const search: typeof archive.search = async (...query) => {
    const told = Promise.withResolvers<void>();
    asked[searches++]?.resolve(told.resolve);
    await told.promise;
    return archive.search(...query);
  };
  const app = createApp({ ...archive, search }, { now: () => presentMs, future: true });
  return { app, asked: asked.map(({ promise }) => promise) };
}

describe("a server that stops", () => {
  it("lets the answers under way finish, closes each connection after its own, and takes no more", async () => {
    const { app, asked } = waitingApp();
    const url = await start(app);
    const keptAlive = get("/v1/articles").replace("Connection: close\r\n", "");
    const first = exchange(url, keptAlive);
    const answerFirst = await asked[0];
    const second = exchange(url, keptAlive);
    const answerSecond = await asked[1];
    const stopped = running?.stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
    answerFirst?.();
    expect(await first).toContain('"total":');
    answerSecond?.();
    expect(await second).toContain('"total":');
    await stopped;
  });

  it("does not wait for connections on which nothing is asked", async () => {
    const url = await start();
    const idle = connect(Number(new URL(url).port), "127.0.0.1");
    idle.write(get("/healthz").replace("Connection: close\r\n", ""));
    await once(idle, "data");
    await running?.stop();
    if (!idle.closed) await once(idle, "close");
    expect(idle.destroyed).toBe(true);
  });

  it("does not wait for ever for an answer", async () => {
    const { app, asked } = waitingApp();
    const url = await start(app);
    const underWay = exchange(url, get("/v1/articles"));
    await asked[0];
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const stopped = running?.stop();
    vi.advanceTimersByTime(5_000);
    await stopped;
    expect(await underWay).toBe("");
    expect(records).toMatchObject([{ aborted: true }]);
  });

  it("tells the archive that a client has gone", async () => {
    const archive = archiveOf(river);
    const { promise: told, resolve } = Promise.withResolvers<AbortSignal | undefined>();
    const search: typeof archive.search = (_query, { signal } = {}) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => {
          resolve(signal);
          reject(signal.reason);
        });
        socket.destroy();
      });
    const url = await start(
      createApp({ ...archive, search }, { now: () => presentMs, future: true }),
    );
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(get("/v1/articles"));
    expect((await told)?.aborted).toBe(true);
  });
});
