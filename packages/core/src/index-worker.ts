import { MessageChannel, parentPort, workerData } from "node:worker_threads";
import { slice } from "./answer-slices.ts";
import type { FolderArchive } from "./archive/folder-archive.ts";
import { KeptArchive } from "./kept-archive.ts";
import { packError, type Call, type Message, type WorkerStart } from "./worker-messages.ts";

// The thread that builds and searches an archive's index, so that the thread that shows it never waits.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `openArchive` starts us with
const { folder, cacheFolder, cancelled, watch } = workerData as WorkerStart;

/** Milliseconds for a reader's first question to arrive: it is answered before the files are looked at. */
const firstQuestionMs = 50;
const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
setTimeout(wasAsked, firstQuestionMs).unref();

const onStatus = (status: Extract<Message, { type: "status" }>["status"]): void =>
  say({ type: "status", status });
const kept = new KeptArchive({ folder, cacheFolder, watch, asked, onStatus });

parentPort?.on("message", (question: Call) => {
  void answer(question);
  setImmediate(wasAsked);
});

async function answer(question: Call): Promise<void> {
  const { number, method } = question;
  try {
    sayAnswer(number, await answerOf(question));
  } catch (error) {
    say({ type: "failure", number, failure: packError(error) });
  }
  if (method === "close") parentPort?.close();
}

function answerOf(question: Call): Promise<unknown> {
  const { method } = question;
  if (method === "status" || method === "settled" || method === "refresh" || method === "close")
    return kept[method]();
  return kept.ask((archive) => ask(archive, question));
}

/** A question that is answered from an index. */
type Asking = Exclude<Call, { method: "status" | "settled" | "refresh" | "close" }>;

function ask(archive: FolderArchive, { number, method, values }: Asking): Promise<unknown> {
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
      return archive.facets(values[0], values[1], { ...values[2], ...watched });
    case "timeline":
      return archive.timeline(values[0], values[1], { ...values[2], ...watched });
    case "changes":
      return archive.changes(...values);
    case "suggest":
      return archive.suggest(values[0], { ...values[1], ...watched });
    case "related":
      return archive.related(values[0], { ...values[1], ...watched });
    case "problems":
      return archive.problems(...values);
  }
}

/** Says all at once, or what is too much for that so that it can be taken a little at a time. */
function sayAnswer(number: number, whole: unknown): void {
  const { value, slices } = slice(whole);
  if (slices.length === 0) return say({ type: "answer", number, value });
  const { port1, port2: rest } = new MessageChannel();
  for (const each of slices) port1.postMessage(each);
  parentPort?.postMessage({ type: "answer", number, value, rest } satisfies Message, [rest]);
}

function say(message: Message): void {
  parentPort?.postMessage(message);
}
