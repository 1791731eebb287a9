import { parentPort, workerData } from "node:worker_threads";
import { FolderArchive } from "./archive/folder-archive.ts";
import { prepareInThreads } from "./reader-threads.ts";
import { readSettings } from "./source/read-settings.ts";
import { indexFile } from "./sqlite/index-file.ts";
import { isDamage, openDatabase, replaceDatabase } from "./sqlite/open-database.ts";
import { SqliteIndex } from "./sqlite/sqlite-index.ts";
import { WriterLock } from "./sqlite/writer-lock.ts";
import { packError, type Call, type Message, type WorkerStart } from "./worker-messages.ts";

// The thread that builds and searches an archive's index, so that the thread that shows it never waits.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `openArchive` starts us with
const { folder, cacheFolder, cancelled, watch } = workerData as WorkerStart;
const { settings, problems } = readSettings(folder);
const file = indexFile(folder, settings, cacheFolder);
const lock = new WriterLock(`${file}.lock`);
let closed = false;

/** Milliseconds for a reader's first question to arrive: it is answered before the files are looked at. */
const firstQuestionMs = 50;
const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
setTimeout(wasAsked, firstQuestionMs).unref();

let archive = start(openDatabase);
let mending: Promise<void> | undefined;

parentPort?.on("message", (question: Call) => {
  void answer(question);
  setImmediate(wasAsked);
});

function openIndex(open: typeof openDatabase): {
  index: SqliteIndex;
  isKept: boolean;
  notice: string | undefined;
} {
  const { database, notice } = open(file);
  try {
    return { index: new SqliteIndex(database), isKept: database.location() !== null, notice };
  } catch (error) {
    database.close();
    if (open === replaceDatabase || !isDamage(error)) throw error;
    return openIndex(replaceDatabase);
  }
}

function start(open: typeof openDatabase): FolderArchive {
  const { index, isKept, notice } = openIndex(open);
  const started = new FolderArchive({
    folder: { root: folder, settings },
    index,
    settingsProblems: problems,
    watch,
    notices: notice === undefined ? [] : [notice],
    prepare: prepareInThreads,
    writerTurn: (work, wait) => (isKept ? lock : new WriterLock(undefined)).run(work, wait, isOver),
    onStatus: (status) => say({ type: "status", status }),
  });
  // Any other failure is in the status, and is what `settled` rejects with.
  started.refresh(asked).catch((error: unknown) => {
    if (isDamaged(error)) void mend(started);
  });
  return started;
}

async function answer(question: Call): Promise<void> {
  const { number, method } = question;
  try {
    if (method === "close") closed = true;
    say({ type: "answer", number, value: await askMended(question) });
  } catch (error) {
    say({ type: "failure", number, failure: packError(error) });
  }
  if (closed) parentPort?.close();
}

/** Asks once more when the index turns out to be damaged: it is then made again. */
async function askMended(question: Call): Promise<unknown> {
  await mending;
  const asking = archive;
  try {
    return await ask(asking, question);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await mend(asking);
    return ask(archive, question);
  }
}

/** Makes a damaged index again; nothing happens when that was done meanwhile. */
function mend(damaged: FolderArchive): Promise<void> {
  if (archive !== damaged || closed) return mending ?? Promise.resolve();
  mending ??= (async () => {
    await damaged.close();
    const replace = async (): Promise<FolderArchive> => start(replaceDatabase);
    archive = (await lock.run(replace, true, isOver)) ?? archive;
  })().finally(() => (mending = undefined));
  return mending;
}

function isDamaged(error: unknown): boolean {
  return error instanceof Error && isDamage(error.cause);
}

function isOver(): boolean {
  return closed;
}

function ask(asking: FolderArchive, { number, method, values }: Call): Promise<unknown> {
  const place = number % cancelled.length;
  const watched = { cancelled: (): boolean => Atomics.load(cancelled, place) === number };
  switch (method) {
    case "search":
      return asking.search(values[0], { ...values[1], ...watched });
    case "window":
      return asking.window(values[0], { ...values[1], ...watched });
    case "get":
      return asking.get(...values);
    case "facets":
      return asking.facets(values[0], values[1], { ...values[2], ...watched });
    case "timeline":
      return asking.timeline(values[0], values[1], { ...values[2], ...watched });
    case "changes":
      return asking.changes(...values);
    case "suggest":
      return asking.suggest(...values);
    case "related":
      return asking.related(values[0], { ...values[1], ...watched });
    case "problems":
      return asking.problems(...values);
    case "status":
    case "settled":
    case "refresh":
    case "close":
      return asking[method]();
  }
}

function say(message: Message): void {
  parentPort?.postMessage(message);
}
