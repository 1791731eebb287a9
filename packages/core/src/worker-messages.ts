import type { MessagePort } from "node:worker_threads";
import type { ArchiveStatus } from "./archive/archive.ts";
import type { FolderArchive } from "./archive/folder-archive.ts";
import {
  type BroadsheetError,
  CancelledError,
  ClosedError,
  CursorError,
  FolderError,
  IndexError,
  type CursorErrorCode,
  type FolderErrorCode,
  type IndexErrorCode,
} from "./errors.ts";

/** What the worker is started with. */
export type WorkerStart = {
  /** The archive's folder, as a real path. */
  readonly folder: string;
  readonly cacheFolder: string;
  /** Numbers of cancelled calls, each in the place of its number modulo the length. */
  readonly cancelled: Int32Array;
  /** Whether changes of files are listened to. */
  readonly watch: boolean;
};

/** The questions that the worker answers, as its archive takes them. */
export type Questions = Pick<
  FolderArchive,
  | "status"
  | "settled"
  | "search"
  | "window"
  | "get"
  | "facets"
  | "timeline"
  | "changes"
  | "suggest"
  | "related"
  | "problems"
  | "close"
> & { readonly refresh: () => Promise<ArchiveStatus> };

/** A question to the worker. Numbers begin at 1 and ascend. */
export type Call = {
  [Method in keyof Questions]: {
    readonly number: number;
    readonly method: Method;
    readonly values: Parameters<Questions[Method]>;
  };
}[keyof Questions];

/** What the worker says. */
export type Message =
  | {
      readonly type: "answer";
      readonly number: number;
      readonly value: unknown;
      /** Where the rest of the value waits, as `Slice`s, all of them. Absent when there is no more. */
      readonly rest?: MessagePort;
    }
  | { readonly type: "failure"; readonly number: number; readonly failure: Failure }
  | { readonly type: "status"; readonly status: ArchiveStatus };

/** Calls that may be under way at once; far more than one process asks for. */
export const cancelPlaces = 4_096;

/** An error as it crosses from one thread to another, where its class would be lost. */
export type Failure =
  | { readonly name: "CancelledError" | "ClosedError"; readonly message: string }
  | { readonly name: "CursorError"; readonly code: CursorErrorCode; readonly message: string }
  | {
      readonly name: "FolderError";
      readonly code: FolderErrorCode;
      readonly folder: string;
      readonly message: string;
    }
  | { readonly name: "IndexError"; readonly code: IndexErrorCode; readonly message: string };

/** Takes an error apart. */
export function packError(error: unknown): Failure {
  if (error instanceof CursorError)
    return { name: error.name, code: error.code, message: error.message };
  if (error instanceof IndexError)
    return { name: error.name, code: error.code, message: error.message };
  if (error instanceof FolderError) {
    return { name: error.name, code: error.code, folder: error.folder, message: error.message };
  }
  if (error instanceof CancelledError || error instanceof ClosedError) {
    return { name: error.name, message: error.message };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { name: "IndexError", code: "index-failed", message: `The index failed: ${reason}.` };
}

/** Puts an error together again. */
export function unpackError(failure: Failure): BroadsheetError {
  switch (failure.name) {
    case "CursorError":
      return new CursorError(failure.code, failure.message);
    case "IndexError":
      return new IndexError(failure.code, failure.message);
    case "FolderError":
      return new FolderError(failure.code, failure.folder, failure.message);
    case "ClosedError":
      return new ClosedError();
    case "CancelledError":
      return new CancelledError();
  }
}
