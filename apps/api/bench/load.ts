import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";

// The one that asks, in a process of its own: reads what to ask from standard input, prints what it took.

/** What to ask of whom. */
export type Load = {
  readonly port: number;
  readonly connections: number;
  /** Targets, asked in turn. */
  readonly targets: readonly string[];
  readonly requests: number;
  /** Header lines of each request, each with its line end. */
  readonly headers: string;
};

/** What was seen: milliseconds, and how often each status came. */
export type Seen = {
  readonly wallMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
};

if (import.meta.main) {
  const load = JSON.parse(readFileSync(0, "utf8")) as Load;
  console.log(JSON.stringify(await ask(load)));
}

async function ask({ port, connections, targets, requests, headers }: Load): Promise<Seen> {
  const taken: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const answers = readAnswers(socket);
    while (sent < requests) {
      const target = targets[sent++ % targets.length] ?? "/";
      const start = performance.now();
      socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n`);
      const { value } = await answers.next();
      taken.push(performance.now() - start);
      statuses[value ?? "none"] = (statuses[value ?? "none"] ?? 0) + 1;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const wallMs = performance.now() - begun;
  taken.sort((a, b) => a - b);
  const at = (share: number): number => taken[Math.floor(taken.length * share)] ?? NaN;
  return { wallMs, p50: at(0.5), p99: at(0.99), statuses };
}

/** The statuses of the answers on a connection, each when its last byte is there. */
async function* readAnswers(socket: Socket): AsyncGenerator<string, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) break;
      const head = rest.toString("latin1", 0, end);
      const status = head.slice(9, 12);
      const length = status === "304" ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (/transfer-encoding: chunked/i.test(head)) {
        const last = rest.indexOf("\r\n0\r\n\r\n", end);
        if (last < 0) break;
        rest = rest.subarray(last + 7);
      } else {
        if (rest.length < end + 4 + length) break;
        rest = rest.subarray(end + 4 + length);
      }
      yield status;
    }
  }
  return undefined;
}
