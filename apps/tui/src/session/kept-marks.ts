import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { platform } from "node:os";
import { dirname, join } from "node:path";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Mark, Marks } from "../state/marks.ts";

/** A longer file than this is written anew, with one line for each article. */
const maxFileLength = 1_000_000;

/** Most articles that are kept: those read last. More than anyone reads, and 4 MB. */
const maxMarks = 50_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The file that keeps the marks of a folder's articles: among the reader's own state, never in the archive.
 * Undefined when the environment does not say where that is.
 */
export function marksFile(environment: Environment, folder: string): string | undefined {
  const state = stateFolder(environment);
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 24);
  return state && join(state, "broadsheet", `marks-${name}.ndjson`);
}

function stateFolder({ XDG_STATE_HOME, LOCALAPPDATA, HOME }: Environment): string | undefined {
  if (XDG_STATE_HOME !== undefined && XDG_STATE_HOME.startsWith("/")) return XDG_STATE_HOME;
  if (platform() === "win32") return LOCALAPPDATA;
  if (HOME === undefined || HOME === "") return undefined;
  return platform() === "darwin"
    ? join(HOME, "Library", "Application Support")
    : join(HOME, ".local", "state");
}

/** The marks in a file; none when there is no such file. Lines that are no marks are passed over. */
export function readMarks(file: string): Marks {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { byId: new Map() };
  }
  const byId = new Map<string, Mark>();
  for (const line of text.split("\n")) {
    const entry = parseLine(line);
    if (entry === undefined) continue;
    // The last line of an article holds, and makes it one of those read last.
    byId.delete(entry[0]);
    byId.set(...entry);
  }
  const kept = new Map([...byId].slice(-maxMarks));
  if (text.length > maxFileLength) rewrite(file, kept);
  return { byId: kept };
}

/** Brings the marks of a file into the state, and keeps there every mark that is set from now on. */
export function keepMarks(store: Store<State>, file: string | undefined): void {
  if (file === undefined) return;
  let known = readMarks(file);
  store.update((state) => ({ ...state, marks: known }));
  store.subscribe(() => {
    const { marks } = store.get();
    const { last = "" } = marks;
    const mark = marks === known ? undefined : marks.byId.get(last);
    known = marks;
    if (mark !== undefined) keepMark(file, last, mark);
  });
}

/** Keeps a mark. Where nothing can be written, marks last as long as the program runs. */
function keepMark(file: string, id: string, mark: Mark): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, lineOf(id, mark), { mode: 0o600 });
  } catch {
    // The reader has not asked for a file, and nothing that was asked for is lost.
  }
}

function rewrite(file: string, marks: ReadonlyMap<string, Mark>): void {
  try {
    const next = `${file}.${process.pid}`;
    writeFileSync(next, Array.from(marks, ([id, mark]) => lineOf(id, mark)).join(""), {
      mode: 0o600,
    });
    renameSync(next, file);
  } catch {
    // It stays as long as it is.
  }
}

function lineOf(id: string, { isRead, part, into, print }: Mark): string {
  const mark = [id, isRead ? 1 : 0, part, Number(into.toFixed(3))];
  return `${JSON.stringify(print === undefined ? mark : [...mark, print])}\n`;
}

function parseLine(line: string): [id: string, mark: Mark] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const [id, read, part, into, print]: unknown[] = value;
  if (typeof id !== "string" || typeof part !== "number" || typeof into !== "number")
    return undefined;
  if (!Number.isSafeInteger(part) || part < 0 || !(into >= 0 && into <= 1)) return undefined;
  const mark = { isRead: read === 1, part, into };
  return [id, typeof print === "number" ? { ...mark, print } : mark];
}
