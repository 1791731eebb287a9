import { randomBytes } from "node:crypto";

/** What another program may call a request: nothing that could steer a log or a terminal. */
const usable = /^[\w.-]{1,64}$/;

/**
 * Names requests, so that an answer and a line of the log can be put together: as the client or a proxy
 * named them, otherwise by number. No two numbers are the same, not even of two runs.
 */
export function requestIds(): (given: string | readonly string[] | undefined) => string {
  const run = randomBytes(6).toString("base64url");
  let last = 0;
  return (given) =>
    typeof given === "string" && usable.test(given) ? given : `${run}-${(++last).toString(36)}`;
}
