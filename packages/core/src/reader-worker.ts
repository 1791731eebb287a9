import { parentPort, workerData } from "node:worker_threads";
import { prepareFile, type Folder } from "./archive/read-file.ts";
import type { FoundFile } from "./source/article-file.ts";

// A thread that reads files for the one that writes the index.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `prepareInThreads` starts us with
const folder = workerData as Folder;

parentPort?.on("message", (files: readonly FoundFile[]) => {
  parentPort?.postMessage(files.map((found) => prepareFile(folder, found)));
});
