import { cleanLine } from "@broadsheet/core";
import { pino, stdTimeFunctions, type DestinationStream } from "pino";
import type { RequestRecord } from "./server.ts";

/** Longest address that a log line repeats, in UTF-16 units. */
const shownUrlLength = 2_048;

/** What is written: requests and errors, errors alone, or nothing. */
export const logged = ["requests", "errors", "off"] as const;
export type Logged = (typeof logged)[number];

/** What the server writes about its work. */
export type Log = {
  readonly request: (request: RequestRecord) => void;
  readonly error: (error: unknown) => void;
};

/** A log of one line of JSON for each event. No line holds what would steer a terminal. */
export function openLog(lines: DestinationStream, what: Logged = "requests"): Log {
  const logger = pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    lines,
  );
  return {
    request: (request) => {
      if (what !== "requests") return;
      logger.info({ ...request, url: cleanLine(request.url.slice(0, shownUrlLength)) });
    },
    error: (error) => {
      if (what !== "off") logger.error({ err: error });
    },
  };
}
