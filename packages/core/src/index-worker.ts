import { parentPort, workerData } from "node:worker_threads";
import { FolderArchive } from "./archive/folder-archive.ts";
import { readSettings } from "./source/read-settings.ts";
import { indexFile } from "./sqlite/index-file.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { SqliteIndex } from "./sqlite/sqlite-index.ts";
import { WriterLock } from "./sqlite/writer-lock.ts";
import { packError, type Call, type Message, type WorkerStart } from "./worker-messages.ts";

// The thread that builds and searches an archive's index, so that the thread that shows it never waits.

const { folder, cacheFolder, cancelled } = workerData as WorkerStart; // -- what `openArchive` starts us with
let closed = false;

/** Milliseconds for a reader's first question to arrive: it is answered before the files are looked at. */
const firstQuestionMs = 50;
const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
setTimeout(wasAsked, firstQuestionMs).unref();

const archive = open();
// A failure is in the status, and is what `settled` rejects with.
archive.refresh(asked).catch(() => {});

parentPort?.on("message", (call: Call) => {
  void answer(call);
  setImmediate(wasAsked);
});

function open(): FolderArchive {
  const { settings, problems } = readSettings(folder);
  const file = indexFile(folder, settings, cacheFolder);
  const { database, notice } = openDatabase(file);
  const lock = new WriterLock(database.location() === null ? undefined : `${file}.lock`);
  return new FolderArchive({
    folder: { root: folder, settings },
    index: new SqliteIndex(database),
    settingsProblems: problems,
    notices: notice === undefined ? [] : [notice],
    writerTurn: (work, wait) => lock.run(work, wait, () => closed),
    onStatus: (status) => say({ type: "status", status }),
  });
}

async function answer({ number, method, values }: Call): Promise<void> {
  try {
    if (method === "close") closed = true;
    say({ type: "answer", number, value: await call({ number, method, values }) });
  } catch (error) {
    say({ type: "failure", number, failure: packError(error) });
  }
  if (closed) parentPort?.close();
}

function call({ number, method, values }: Call): Promise<unknown> {
  const place = number % cancelled.length;
  const watched = { cancelled: () => Atomics.load(cancelled, place) === number };
  const [first, second] = values as [never, never]; // -- the proxy has the methods' own types
  if (method === "search") return archive.search(first, { ...(second as object), ...watched });
  if (method === "window") return archive.window(first, { ...(second as object), ...watched } as never);
  return archive[method](first, second);
}

function say(message: Message): void {
  parentPort?.postMessage(message);
}
