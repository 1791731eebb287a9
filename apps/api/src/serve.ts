import { BroadsheetError, cleanLine, type Archive, type ArchiveStatus } from "@broadsheet/core";
import { openArchive, readSource } from "@broadsheet/core/node";
import { destination, type DestinationStream } from "pino";
import { createApp } from "./app.ts";
import { exitCodes } from "./flags.ts";
import { exposure, hostNames } from "./host-names.ts";
import { keepAnswers, type KeptAnswers } from "./keep-answers.ts";
import { openLog, type Log } from "./log.ts";
import { startServer } from "./server.ts";
import type { Settings } from "./settings.ts";

/** Milliseconds after which the process ends even if something in it does not. */
const endWithinMs = 5_000;

/** Serves a folder until a signal ends it. Resolves with the exit code; what went wrong is on standard error. */
export async function serve(settings: Settings): Promise<number> {
  const { folder, cacheDir, host, port } = settings;
  let archive: Archive | undefined;
  try {
    archive = await openArchive(folder, cacheDir === undefined ? {} : { cacheDir });
    const log = openLog(standardError(), settings.log);
    const status = await archive.status();
    const tell = tellNotices();
    tell(status);
    archive.subscribe(tell);
    const answers = keepAnswers(archive, Date.now);
    const app = application(archive, status.folder, settings, log, answers);
    const { give } = answers;
    const server = await startServer(app, { host, port, record: log.request, give });
    announce(status, server.url, host);
    await signalled();
    setTimeout(() => process.exit(exitCodes.done), endWithinMs).unref();
    await server.stop();
    return exitCodes.done;
  } catch (error) {
    if (error instanceof BroadsheetError) return complain(error.message, exitCodes.noArchive);
    const sentence = listenFailure(error, settings);
    if (sentence === undefined) throw error;
    return complain(sentence, exitCodes.noAddress);
  } finally {
    await archive?.close();
  }
}

function application(
  archive: Archive,
  root: string,
  settings: Settings,
  log: Log,
  answers: KeptAnswers,
): ReturnType<typeof createApp> {
  const allowedHosts = hostNames(settings.host, settings.allowedHosts);
  const { baseUrl, cors, fullText, remoteImages, drafts, future } = settings;
  return createApp(archive, {
    now: Date.now,
    answers,
    cors,
    fullText,
    remoteImages,
    drafts,
    future,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(allowedHosts === undefined ? {} : { allowedHosts }),
    ...(settings.raw ? { raw: (path: string) => readSource(root, path) } : {}),
    report: log.error,
  });
}

function announce({ name, folder }: ArchiveStatus, url: string, host: string): void {
  process.stdout.write(`Serving ${cleanLine(name)} (${cleanLine(folder)}) at ${url}/v1\n`);
  const warning = exposure(host);
  if (warning !== undefined) warn(warning);
}

/** Written at once, so that the last lines before an end are there. A reader that goes away ends nothing. */
function standardError(): DestinationStream {
  const lines = destination({ dest: 2, sync: true });
  lines.on("error", () => {});
  return lines;
}

/** Tells of every notice of the archive once. */
function tellNotices(): (status: ArchiveStatus) => void {
  const told = new Set<string>();
  return ({ notices }) => {
    for (const notice of notices) {
      if (!told.has(notice)) warn(notice);
      told.add(notice);
    }
  };
}

function warn(sentence: string): void {
  process.stderr.write(`broadsheet-api: warning: ${cleanLine(sentence)}\n`);
}

/** Resolves at the first signal to end; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
      process.once(signal, () => resolve());
  });
}

function listenFailure(error: unknown, { host, port }: Settings): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${cleanLine(host)} is in use; choose another one with --port.`;
    case "EACCES":
      return `Port ${port} needs more rights than this user has; choose one from 1024 up with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${cleanLine(host)} is not an address of this machine; leave --host out or give one that is.`;
    default:
      return undefined;
  }
}

function complain(sentence: string, exitCode: number): number {
  process.stderr.write(`broadsheet-api: ${cleanLine(sentence)}\n`);
  return exitCode;
}
