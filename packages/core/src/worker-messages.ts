import type { ArchiveStatus } from "./archive/archive.ts";
import {
  BroadsheetError,
  CancelledError,
  ClosedError,
  CursorError,
  IndexError,
  type CursorErrorCode,
  type IndexErrorCode,
} from "./errors.ts";

/** What the worker is started with. */
export type WorkerStart = {
  /** The archive's folder, as a real path. */
  readonly folder: string;
  readonly cacheFolder: string;
  /** Numbers of cancelled calls, each in the place of its number modulo the length. */
  readonly cancelled: Int32Array;
};

/** The methods of the archive that the worker answers. */
export type Method =
  | "status"
  | "settled"
  | "refresh"
  | "search"
  | "window"
  | "get"
  | "facets"
  | "timeline"
  | "problems"
  | "close";

/** A call to the worker. Numbers begin at 1 and ascend. */
export type Call = { readonly number: number; readonly method: Method; readonly values: readonly unknown[] };

/** What the worker says. */
export type Message =
  | { readonly type: "answer"; readonly number: number; readonly value: unknown }
  | { readonly type: "failure"; readonly number: number; readonly failure: Failure }
  | { readonly type: "status"; readonly status: ArchiveStatus };

/** Calls that may be under way at once; far more than one process asks for. */
export const cancelPlaces = 4_096;

/** An error as it crosses from one thread to another, where its class would be lost. */
export type Failure = { readonly name: string; readonly code: string; readonly message: string };

/** Takes an error apart. */
export function packError(error: unknown): Failure {
  if (error instanceof BroadsheetError) return { name: error.name, code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { name: "IndexError", code: "index-failed", message: `The index failed: ${message}.` };
}

/** Puts an error together again. */
export function unpackError({ name, code, message }: Failure): BroadsheetError {
  if (name === "CursorError") return new CursorError(code as CursorErrorCode, message); // -- it was one
  if (name === "ClosedError") return new ClosedError();
  if (name === "CancelledError") return new CancelledError();
  return new IndexError(code as IndexErrorCode, message); // -- nothing else is thrown there
}
