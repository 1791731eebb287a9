import type { Context } from "hono";
import { Failure } from "./failure.ts";

/** Headers that a page of another origin may read beside the few that it always may. */
const exposed = "ETag, Link, Retry-After, X-Request-Id";

/** Seconds for which a browser need not ask again whether it may ask. */
const preflightSeconds = 600;

/** Origins whose pages may read the archive: none unless they are named; `*` for all. */
export type Origins = readonly string[];

/**
 * Refuses a page of another origin on a server that answers to its own names only.
 *
 * @throws {Failure} that says so.
 */
export function guardOrigin(
  c: Context,
  allowedHosts: ReadonlySet<string> | undefined,
  origins: Origins,
): void {
  const origin = c.req.header("origin");
  if (origin === undefined || allowedHosts === undefined || isAllowed(origin, origins)) return;
  if (URL.canParse(origin) && allowedHosts.has(new URL(origin).hostname)) return;
  throw new Failure("wrong-origin", {
    detail: "Pages of other origins are not answered, unless they are named with --cors.",
  });
}

/** Lets pages of the origins that are named read an answer. */
export function shareAnswer(c: Context, response: Response, origins: Origins): Response {
  if (origins.length === 0) return response;
  const { headers } = response;
  if (!/\bOrigin\b/.test(headers.get("Vary") ?? "")) headers.append("Vary", "Origin");
  const origin = c.req.header("origin");
  if (origin === undefined || !isAllowed(origin, origins)) return response;
  headers.set("Access-Control-Allow-Origin", origins.includes("*") ? "*" : origin);
  headers.set("Access-Control-Expose-Headers", exposed);
  headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return response;
}

/** The answer to a browser that asks whether a page may ask (https://fetch.spec.whatwg.org/#cors-preflight-fetch). */
export function preflight(c: Context, origins: Origins): Response | undefined {
  if (c.req.method !== "OPTIONS" || c.req.header("access-control-request-method") === undefined)
    return undefined;
  const origin = c.req.header("origin");
  if (origin === undefined || !isAllowed(origin, origins)) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, X-Request-Id",
      "Access-Control-Max-Age": String(preflightSeconds),
    },
  });
}

function isAllowed(origin: string, origins: Origins): boolean {
  return origins.includes("*") || origins.includes(origin);
}
