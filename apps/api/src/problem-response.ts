import { securityHeaders } from "./headers.ts";
import { problemTypes, type ProblemType } from "./problem-types.ts";

/** One thing that is wrong with a request. */
export type ProblemError = {
  readonly parameter: string;
  readonly detail: string;
  readonly value?: string;
  readonly suggestion?: string;
};

/** What is special about one failure. */
export type ProblemDetails = {
  /** A sentence about this failure; nothing of the server's inside. */
  readonly detail: string;
  readonly errors?: readonly ProblemError[];
  /** Between 0 and 1: how far an index is built. */
  readonly progress?: number;
  /** The same in files, and the seconds that it will probably take yet. */
  readonly filesDone?: number;
  readonly filesTotal?: number;
  readonly secondsLeft?: number;
};

/** The JSON of a failure (RFC 9457). */
export type ProblemBody = ProblemDetails & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
};

/** The JSON of a failure; `basePath` is where the application is mounted. */
export function problemBody(
  type: ProblemType,
  details: ProblemDetails,
  basePath: string = "",
): ProblemBody {
  const { status, title } = problemTypes[type];
  return { type: `${basePath}/problem-types/${type}`, title, status, ...details };
}

/** A failure as a response: `application/problem+json`, never stored by caches. */
export function problemResponse(
  body: ProblemBody,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const bytes = Buffer.from(`${JSON.stringify(body)}\n`);
  return new Response(bytes, {
    status: body.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
      ...securityHeaders,
      ...headers,
    },
  });
}
