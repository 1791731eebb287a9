import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { readHeaders, requestKey, type GiveKept, type Reply } from "./give-kept.ts";
import { maxUrlLength } from "./guard.ts";
import { problemBody, problemResponse } from "./problem-response.ts";
import { problemTypes, type ProblemType } from "./problem-types.ts";
import { securityHeaders } from "./headers.ts";
import { requestIds } from "./request-id.ts";
import { Turns } from "./turns.ts";

/** Milliseconds within which the headers of a request must have arrived: a slow client must not hold us. */
const headersTimeoutMs = 10_000;

/** Milliseconds within which a whole request must have arrived. None of ours has a body. */
const requestTimeoutMs = 20_000;

/** Bytes of a request's first line and headers: the longest address, and as much again for the headers. */
const maxHeaderBytes = 2 * maxUrlLength;

/** Milliseconds that answers under way have when the server stops. */
const stopWithinMs = 4_500;

/** A server that listens. */
export type RunningServer = {
  /** Where it is reached, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more requests, lets the answers under way finish, and resolves within `stopWithinMs`. */
  readonly stop: () => Promise<void>;
};

/** One request, when its answer has been sent or its client has gone. */
export type RequestRecord = {
  /** What the answer's header `X-Request-Id` says. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Milliseconds from when it was its turn on its connection to the end of its answer. */
  readonly ms: number;
  /** Whether the client went before the answer was complete. */
  readonly aborted: boolean;
};

/** Where a server listens, and what it works with. */
export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  /** Called once for each request. */
  readonly record: (request: RequestRecord) => void;
  /** Gives kept answers without the application. Absent: it is asked each time. */
  readonly give?: GiveKept;
  /** Milliseconds within which the headers of a request must have arrived; default `headersTimeoutMs`. */
  readonly headersWithinMs?: number;
};

/** Serves an application. Rejects with Node's own error (`EADDRINUSE` and so on) when it cannot listen. */
export async function startServer(
  app: Hono,
  { host, port, record, give, headersWithinMs = headersTimeoutMs }: ServerOptions,
): Promise<RunningServer> {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: true,
    errorHandler: () => problemResponse(malformed),
  });
  const server = createServer({
    headersTimeout: headersWithinMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: headersWithinMs / 2,
    maxHeaderSize: maxHeaderBytes,
    // A request without one is refused by us, as every other failure is.
    requireHostHeader: false,
  });
  const idFor = requestIds();
  const turns = new Turns();
  let stopping = false;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const id = idFor(request.headers["x-request-id"]);
    response.once("close", () => {
      record({
        id,
        method: request.method ?? "",
        url: request.url ?? "",
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 10) / 10,
        aborted: !response.writableFinished,
      });
      // A connection kept alive after its last answer would hold the end up for seconds.
      if (stopping) server.closeIdleConnections();
    });
    const kept = give && keptReply(request, give);
    if (kept !== undefined) {
      response.writeHead(kept.status, [...kept.headers, "X-Request-Id", id]);
      response.end(request.method === "HEAD" ? undefined : kept.bytes);
      return;
    }
    response.setHeader("X-Request-Id", id);
    void listener(request, response);
  };
  server.on("request", (request, response) => {
    turns.take(request.socket, response, () => answer(request, response));
  });
  server.on("checkExpectation", refuseExpectation);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const refuse = (): void => answerBrokenRequest(error, socket);
    const last = turns.last(socket);
    // What was asked before is answered first, or this would be taken for its answer.
    if (last === undefined || error.code === "ECONNRESET" || !socket.writable) refuse();
    else last.once("close", refuse);
  });
  await listen(server, host, port);
  return {
    url: urlOf(server, host),
    stop: () => {
      stopping = true;
      return stop(server);
    },
  };
}

/** The answer to a request that needs no reading. */
function keptReply(
  { method, headers, url = "" }: IncomingMessage,
  give: GiveKept,
): Reply | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (readHeaders.some((name) => headers[name] !== undefined)) return undefined;
  const { host = "" } = headers;
  // Any other sign in it would make another address of it and the path together.
  if (!/^[\w.:[\]-]+$/.test(host)) return undefined;
  return give({
    key: requestKey(`http://${host}${url}`, headers.accept),
    acceptEncoding: single(headers["accept-encoding"]),
    ifNoneMatch: headers["if-none-match"],
    ifModifiedSince: headers["if-modified-since"],
  });
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.join(", ");
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port ?? 0}`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
  });
}

const malformed = problemBody("malformed-request", {
  detail:
    "The address or the header Host breaks the rules of HTTP: percent-encode what is no letter.",
});

/** Only `Expect: 100-continue` means anything (RFC 9110, section 10.1.1), and Node answers that itself. */
function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const detail = problemTypes["expectation-failed"].explanation;
  const body = `${JSON.stringify(problemBody("expectation-failed", { detail }))}\n`;
  response.writeHead(problemTypes["expectation-failed"].status, problemHeaders(body)).end(body);
}

function problemHeaders(body: string): Record<string, string> {
  return {
    "Content-Type": "application/problem+json",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    Connection: "close",
    ...securityHeaders,
  };
}

/** What who typed letters of another script into a command line should know. */
const unencoded =
  "The address holds letters or signs that must be percent-encoded as UTF-8, such as %E1%9E%9F; curl does so with -G --data-urlencode 'q=…'.";

/** What Node's parser refuses never reaches the application. */
const brokenRequests: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const type = brokenRequests[error.code ?? ""] ?? "malformed-request";
  const detail = error.code === "HPE_INVALID_URL" ? unencoded : problemTypes[type].explanation;
  const body = `${JSON.stringify(problemBody(type, { detail }))}\n`;
  const headers = Object.entries(problemHeaders(body)).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(
    `HTTP/1.1 ${problemTypes[type].status} ${problemTypes[type].title}\r\n${headers.join("")}\r\n${body}`,
  );
}
