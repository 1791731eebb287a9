import { parentPort, workerData } from "node:worker_threads";
import { FolderArchive } from "./archive/folder-archive.ts";
import { readSettings } from "./source/read-settings.ts";
import { indexFile } from "./sqlite/index-file.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { SqliteIndex } from "./sqlite/sqlite-index.ts";
import { WriterLock } from "./sqlite/writer-lock.ts";
import { packError, type Call, type Message, type WorkerStart } from "./worker-messages.ts";

// The thread that builds and searches an archive's index, so that the thread that shows it never waits.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `openArchive` starts us with
const { folder, cacheFolder, cancelled } = workerData as WorkerStart;
let closed = false;

/** Milliseconds for a reader's first question to arrive: it is answered before the files are looked at. */
const firstQuestionMs = 50;
const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
setTimeout(wasAsked, firstQuestionMs).unref();

const archive = open();
// A failure is in the status, and is what `settled` rejects with.
archive.refresh(asked).catch(() => {});

parentPort?.on("message", (question: Call) => {
  void answer(question);
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

async function answer(question: Call): Promise<void> {
  const { number, method } = question;
  try {
    if (method === "close") closed = true;
    say({ type: "answer", number, value: await ask(question) });
  } catch (error) {
    say({ type: "failure", number, failure: packError(error) });
  }
  if (closed) parentPort?.close();
}

function ask({ number, method, values }: Call): Promise<unknown> {
  const place = number % cancelled.length;
  const watched = { cancelled: (): boolean => Atomics.load(cancelled, place) === number };
  switch (method) {
    case "search":
      return archive.search(values[0], { ...values[1], ...watched });
    case "window":
      return archive.window(values[0], { ...values[1], ...watched });
    case "get":
      return archive.get(...values);
    case "facets":
      return archive.facets(...values);
    case "timeline":
      return archive.timeline(...values);
    case "problems":
      return archive.problems(...values);
    case "status":
    case "settled":
    case "refresh":
    case "close":
      return archive[method]();
  }
}

function say(message: Message): void {
  parentPort?.postMessage(message);
}
