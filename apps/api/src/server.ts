import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { maxUrlLength } from "./guard.ts";
import { problemBody, problemResponse } from "./problem-response.ts";
import { problemTypes, type ProblemType } from "./problem-types.ts";
import { securityHeaders } from "./headers.ts";

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
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Milliseconds from its headers to the end of its answer. */
  readonly ms: number;
  /** Whether the client went before the answer was complete. */
  readonly aborted: boolean;
};

/**
 * Serves an application. Rejects with Node's own error (`EADDRINUSE` and so on) when it cannot listen.
 * `record` is called once for each request.
 */
export async function startServer(
  app: Hono,
  { host, port, record }: { host: string; port: number; record: (request: RequestRecord) => void },
): Promise<RunningServer> {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: true,
    errorHandler: () => problemResponse(malformed),
  });
  const server = createServer({
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: headersTimeoutMs / 2,
    maxHeaderSize: maxHeaderBytes,
  });
  let stopping = false;
  server.on("request", (request, response) => {
    const began = performance.now();
    response.once("close", () => {
      record({
        method: request.method ?? "",
        url: request.url ?? "",
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 10) / 10,
        aborted: !response.writableFinished,
      });
      // A connection kept alive after its last answer would hold the end up for seconds.
      if (stopping) server.closeIdleConnections();
    });
    void listener(request, response);
  });
  server.on("clientError", answerBrokenRequest);
  await listen(server, host, port);
  return {
    url: urlOf(server, host),
    stop: () => {
      stopping = true;
      return stop(server);
    },
  };
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
  detail: "The address or the header Host breaks the rules of HTTP.",
});

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
  const body = `${JSON.stringify(problemBody(type, { detail: problemTypes[type].explanation }))}\n`;
  const headers = Object.entries({
    "Content-Type": "application/problem+json",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    Connection: "close",
    ...securityHeaders,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${problemTypes[type].status} ${problemTypes[type].title}\r\n${headers.join("")}\r\n${body}`,
  );
}
