import type { Context } from "hono";
import { Failure } from "./failure.ts";
import { requestTarget } from "./request-target.ts";

/** Longest address that is read, in bytes: 1,000 Khmer letters of `q` are 9,000 in percent-encoding. */
export const maxUrlLength = 16_384;

/**
 * Refuses what no resource should see: an address that is too long or cannot be decoded, a host name that
 * is not ours, a body where none has a meaning.
 *
 * @throws {Failure} that says which.
 */
export function guard(c: Context, allowedHosts: ReadonlySet<string> | undefined): void {
  const { url } = c.req;
  if (url.length > maxUrlLength) {
    throw new Failure("url-too-long", { detail: `Addresses have at most ${maxUrlLength} bytes.` });
  }
  if (allowedHosts !== undefined && !allowedHosts.has(new URL(url).hostname)) {
    throw new Failure("wrong-host", { detail: "This server does not answer to that name." });
  }
  if (!isReadable(requestTarget(url).path)) {
    throw new Failure("malformed-request", {
      detail: "The path is not UTF-8 in percent-encoding, or holds control characters.",
    });
  }
  if ((c.req.method === "GET" || c.req.method === "HEAD") && hasBody(c)) {
    // What is left of the body is not read, so the connection cannot be used again.
    throw new Failure(
      "body-refused",
      { detail: "This method takes no body: put what you ask for into the address." },
      { Connection: "close" },
    );
  }
}

function isReadable(path: string): boolean {
  try {
    // eslint-disable-next-line no-control-regex -- no path of ours has one
    return !/[\u0000-\u001f\u007f-\u009f]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function hasBody(c: Context): boolean {
  const length = c.req.header("content-length");
  return (
    (length !== undefined && length !== "0") || c.req.header("transfer-encoding") !== undefined
  );
}
