import { parentPort, workerData } from "node:worker_threads";
import {
  prepareChanged,
  type ChangedFile,
  type Folder,
  type WordsGiven,
} from "./archive/read-file.ts";

// A thread that reads files for the one that writes the index.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `prepareInThreads` starts us with
const folder = workerData as Folder;

// Most words of a new archive have been given soon: to count them as they come would take as long as to write.
const given: WordsGiven = new Map();

parentPort?.on("message", (files: readonly ChangedFile[]) => {
  parentPort?.postMessage(files.map((file) => prepareChanged(folder, file, given)));
});
