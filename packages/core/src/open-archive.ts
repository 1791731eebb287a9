import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import envPaths from "env-paths";
import type { Archive, ArchiveStatus } from "./archive/archive.ts";
import { putSlice } from "./answer-slices.ts";
import { ClosedError, IndexError } from "./errors.ts";
import { checkCacheFolder } from "./source/check-cache-folder.ts";
import { resolveFolder } from "./source/resolve-folder.ts";
import {
  cancelPlaces,
  unpackError,
  type Message,
  type Questions,
  type WorkerStart,
} from "./worker-messages.ts";

/** How an archive is opened. */
export type OpenOptions = {
  /**
   * The folder that keeps indexes, made when it is not there. Default: `broadsheet` in the user's cache
   * folder. It must not be in the archive's folder. Where it cannot be written the index is kept in memory, and the status has a notice.
   */
  readonly cacheDir?: string;
  /**
   * Whether changes of files are listened to, so that they show at once. Default true. Otherwise they show
   * when questions are asked, at most every two seconds.
   */
  readonly watch?: boolean;
};

/**
 * Opens a folder of articles. The archive answers at once from what is indexed, and compares it with the
 * files meanwhile: `settled()` waits for that. Nothing is ever written into the folder.
 *
 * @throws {FolderError} when the folder is not there, is not a folder, or cannot be read.
 * @throws {SettingsError} when `cacheDir` is in the folder.
 *
 * @example
 * ```ts
 * import { everything, parseText } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * await archive.settled();
 * const text = parseText("boat");
 * const { hits } = await archive.search({ ...everything, ...(text && { text }) });
 * hits.map(({ article }) => article.id); // => ["ferry"]
 * await archive.close();
 * ```
 */
export async function openArchive(folder: string, options: OpenOptions = {}): Promise<Archive> {
  const root = resolveFolder(folder);
  const cacheFolder = options.cacheDir ?? envPaths("broadsheet", { suffix: "" }).cache;
  checkCacheFolder(root, cacheFolder);
  const cancelled = new Int32Array(
    new SharedArrayBuffer(cancelPlaces * Int32Array.BYTES_PER_ELEMENT),
  );
  const workerData: WorkerStart = {
    folder: root,
    cacheFolder,
    cancelled,
    watch: options.watch ?? true,
  };
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./index-worker.${extension}`, import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb },
    ...compiledCode(),
  });
  return proxy(new WorkerCalls(worker, cancelled));
}

/**
 * Room for what the worker's heap made last: 8 MB, where it would take 64 MB while
 * it reads an archive and keep them. Work takes no longer by it; with 6 a look at all files would take a tenth
 * more time, and 10 MB more, for what is held on to meanwhile.
 */
const maxYoungGenerationSizeMb = 8;

/** A program that keeps its compiled code from one start to the next keeps the worker's too: it starts a third sooner. */
function compiledCode(): { readonly env?: NodeJS.ProcessEnv } {
  // Node's folder is one for its version in the one that was asked for.
  const folder = getCompileCacheDir();
  return folder === undefined
    ? {}
    : { env: { ...process.env, NODE_COMPILE_CACHE: dirname(folder) } };
}

/** The archive's methods as questions to its worker. */
function proxy(calls: WorkerCalls): Archive {
  return {
    status: () => calls.ask("status", []),
    settled: () => calls.ask("settled", []),
    refresh: () => calls.ask("refresh", []),
    search: (query, { signal, ...asked } = {}) => {
      const { cursor, limit, facets, facetValues, excerpts, timeBudgetMs } = asked;
      const options = defined({ cursor, limit, facets, facetValues, excerpts, timeBudgetMs });
      return calls.ask("search", [query, options], signal);
    },
    window: (query, { signal, at, before, after, excerpts, timeBudgetMs }) => {
      const options = { at, before, after, ...defined({ excerpts, timeBudgetMs }) };
      return calls.ask("window", [query, options], signal);
    },
    get: (key, { signal } = {}) => calls.ask("get", [key], signal),
    facets: (query, fields, { signal, timeBudgetMs } = {}) =>
      calls.ask("facets", [query, fields, defined({ timeBudgetMs })], signal),
    timeline: (query, interval, { signal, timeBudgetMs } = {}) =>
      calls.ask("timeline", [query, interval, defined({ timeBudgetMs })], signal),
    changes: (since, { limit, among } = {}) =>
      calls.ask("changes", [since, defined({ limit, among })]),
    suggest: (typed, { signal, limit, timeBudgetMs } = {}) =>
      calls.ask("suggest", [typed, defined({ limit, timeBudgetMs })], signal),
    related: (id, { signal, limit, among, timeBudgetMs } = {}) =>
      calls.ask("related", [id, defined({ limit, among, timeBudgetMs })], signal),
    problems: (options = {}) => calls.ask("problems", [options]),
    subscribe: (listener) => calls.subscribe(listener),
    close: () => calls.close(),
  };
}

/** The same without the keys whose value is undefined. */
function defined<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys and values are those of `values`
  return Object.fromEntries(present) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}

/** A question that waits for its answer. */
type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
};

class WorkerCalls {
  readonly #worker: Worker;
  readonly #cancelled: Int32Array;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(status: ArchiveStatus) => void>();
  #last = 0;
  #end: unknown;
  #closing: Promise<void> | undefined;

  constructor(worker: Worker, cancelled: Int32Array) {
    this.#worker = worker;
    this.#cancelled = cancelled;
    worker.on("message", (message: Message) => this.#hear(message));
    worker.on("error", (error) =>
      this.#stop(
        new IndexError("index-failed", `The index failed: ${error.message}.`, { cause: error }),
      ),
    );
    worker.on("exit", () => this.#stop(new ClosedError()));
  }

  async ask<Method extends keyof Questions>(
    method: Method,
    values: Parameters<Questions[Method]>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<Questions[Method]>>> {
    signal?.throwIfAborted();
    if (this.#end !== undefined) throw this.#end;
    if (this.#closing !== undefined && method !== "close") throw new ClosedError();
    const number = ++this.#last;
    // Throws for what cannot be sent to another thread: nothing waits for an answer yet.
    this.#worker.postMessage({ number, method, values });
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(number, { resolve, reject });
    const cancel = (): void => {
      Atomics.store(this.#cancelled, number % cancelPlaces, number);
      this.#waiting.delete(number);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the worker's archive answers
      return (await promise) as Awaited<ReturnType<Questions[Method]>>;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  subscribe(listener: (status: ArchiveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      if (this.#end === undefined) await this.ask("close", []).catch(() => {});
      await this.#worker.terminate();
    })();
    return this.#closing;
  }

  #hear(message: Message): void {
    if (message.type === "status") {
      for (const listener of this.#listeners) listener(message.status);
      return;
    }
    if (message.type === "answer" && message.rest !== undefined)
      return void this.#gather(message.number, message.value, message.rest);
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.type === "answer") waiting?.resolve(message.value);
    else waiting?.reject(unpackError(message.failure));
  }

  /** Takes the rest of a long answer, and lets everything else have its turn between two slices. */
  async #gather(number: number, value: unknown, rest: MessagePort): Promise<void> {
    while (this.#waiting.has(number)) {
      const received = receiveMessageOnPort(rest);
      if (received === undefined) break;
      putSlice(value, received.message);
      await setImmediate();
    }
    rest.close();
    this.#waiting.get(number)?.resolve(value);
    this.#waiting.delete(number);
  }

  #stop(reason: unknown): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}
