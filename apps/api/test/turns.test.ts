import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "../src/server.ts";

/** A server that tells which addresses it works on, and goes on with the first when it is told to. */
async function gated(): Promise<{ port: number; begun: string[]; goOn: () => void }> {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const app = new Hono();
  app.get("/free", (c) => c.text("free"));
  app.get("*", async (c) => {
    begun.push(c.req.path);
    await gate.promise;
    return c.text(`It is ${c.req.path}.`);
  });
  const server = await startServer(app, { host: "127.0.0.1", port: 0, record: () => {} });
  onTestFinished(() => server.stop());
  return { port: Number(new URL(server.url).port), begun, goOn: gate.resolve };
}

const asked = Array.from({ length: 200 }, (_, place) => `/${place}`);
const get = (path: string, close = false): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${close ? "Connection: close\r\n" : ""}\r\n`;

it("what is asked ahead on a connection waits for what was asked before, and is answered in order", async () => {
  const { port, begun, goOn } = await gated();
  const socket = connect(port, "127.0.0.1");
  socket.write(asked.map((path) => get(path, path === asked.at(-1))).join(""));
  const answers = text(socket);
  for (let time = 0; begun.length === 0 || time < 20; time++) {
    const other = connect(port, "127.0.0.1");
    other.write(get("/free", true));
    expect(await text(other)).toContain("free");
  }
  expect(begun).toEqual(["/0"]);
  goOn();
  const said = [...(await answers).matchAll(/It is (\/\d+)\./g)].map(([, path]) => path);
  expect([said, begun]).toEqual([asked, asked]);
});

it("what was asked ahead on a connection that is gone is not worked on", async () => {
  const { port, begun, goOn } = await gated();
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(asked.map((path) => get(path)).join(""));
  const free = async (): Promise<string> => {
    const other = connect(port, "127.0.0.1");
    other.write(get("/free", true));
    return text(other);
  };
  while (begun.length === 0) await free();
  socket.destroy();
  await once(socket, "close");
  for (let time = 0; time < 20; time++) await free();
  goOn();
  await free();
  expect(begun).toEqual(["/0"]);
});
