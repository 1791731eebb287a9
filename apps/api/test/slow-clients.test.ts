import { connect, type Socket } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startServer, type RunningServer, type ServerOptions } from "../src/server.ts";

/** An answer of which a connection that nobody reads from holds a few. */
const long = "word ".repeat(100_000);

let server: RunningServer | undefined;
let made = 0;

/** A connection to a server of its own. */
async function open(options: Partial<ServerOptions> = {}): Promise<Socket> {
  const app = new Hono().get("/", (c) => {
    made++;
    return c.text(long);
  });
  server ??= await startServer(app, { host: "127.0.0.1", port: 0, record: () => {}, ...options });
  const port = Number(new URL(server.url).port);
  return connect({ port, host: "127.0.0.1" });
}

afterEach(async () => {
  await server?.stop();
  server = undefined;
  made = 0;
});

const get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
const getLast = get.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

describe("a client", () => {
  it("that asks for much and reads nothing holds up nobody, and has all of it in the end", async () => {
    const slow = await open();
    slow.write(get.repeat(99) + getLast);
    await vi.waitFor(() => expect(made).toBeGreaterThan(1));
    const other = await open();
    other.write(getLast);
    expect(await textOf(other)).toContain(long);
    expect(made).toBeLessThan(50);
    expect((await textOf(slow)).split("HTTP/1.1 200 OK")).toHaveLength(101);
  });

  it("that closes its side in the middle of a request is refused", async () => {
    const halfOpen = await open();
    halfOpen.end(get.slice(0, -2));
    expect(await textOf(halfOpen)).toMatch(/^HTTP\/1\.1 400 .*\/malformed-request"/s);
  });

  it("that does not come to the end of its headers is told that it took too long", async () => {
    const late = await open({ headersWithinMs: 100 });
    late.write(get.slice(0, -2));
    expect(await textOf(late)).toMatch(/^HTTP\/1\.1 408 .*\/request-timeout"/s);
  });
});
