import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { makeProblem, type Problem, type ProblemCode } from "../problem.ts";
import { cleanLine, lineAndColumn } from "../text/clean-text.ts";
import { readJson } from "../text/read-json.ts";
import { decodeText } from "./decode-text.ts";
import { failureCode, failureText } from "./failure-text.ts";
import { isInside } from "./inside.ts";
import { isObject } from "./inner-json.ts";
import { settingForms, shownValue, type SettingForm } from "./setting-forms.ts";
import { defaultTimeZone, type Settings } from "./settings.ts";

/** The file in an archive's folder that holds its settings. */
export const settingsFile = "broadsheet.json";

/** Larger than any settings that people write. */
const maxSettingsBytes = 64 * 1024;

/** An archive's settings, and what was wrong with the file they stand in. */
export type ReadSettings = { readonly settings: Settings; readonly problems: readonly Problem[] };

/**
 * Reads `broadsheet.json` in a folder. Nothing throws: what is missing or cannot be used holds as if it
 * had not been written, and is a problem with line and column.
 */
export function readSettings(root: string): ReadSettings {
  const defaults: Settings = {
    name: cleanLine(basename(resolve(root))) || "Archive",
    timeZone: defaultTimeZone,
  };
  let text: string;
  try {
    text = readSmallFile(realpathSync(root), realpathSync(join(root, settingsFile)));
  } catch (error) {
    if (failureCode(error) === "ENOENT") return { settings: defaults, problems: [] };
    const value = error instanceof UnusableFile ? error.message : failureText(error);
    const problem = makeProblem("settings-unreadable", { path: settingsFile, value });
    return { settings: defaults, problems: [problem] };
  }
  return parseSettings(text, defaults);
}

class UnusableFile extends Error {}

/** The text of a regular file of modest size inside a folder; both paths are real. */
function readSmallFile(folder: string, path: string): string {
  if (!isInside(folder, path))
    throw new UnusableFile("it is a link to a place outside the archive");
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new UnusableFile("it is not a regular file");
    if (stats.size > maxSettingsBytes) throw new UnusableFile("it is too large");
    return decodeText(readFileSync(file)).text;
  } finally {
    closeSync(file);
  }
}

/** The same for the text of the file. Pure. */
export function parseSettings(text: string, defaults: Settings): ReadSettings {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, index: number, value: string): void => {
    problems.push(makeProblem(code, { path: settingsFile, ...lineAndColumn(text, index), value }));
  };
  const reading = readJson(text);
  if ("fault" in reading) {
    report("settings-broken", reading.index, reading.fault);
    return { settings: defaults, problems };
  }
  const { value: written, end, keys, duplicates } = reading;
  const rest = text.slice(end).search(/\S/);
  if (rest >= 0) report("settings-broken", end + rest, "something follows the end");
  if (rest >= 0 || !isObject(written)) {
    if (rest < 0) report("settings-broken", 0, "it is not an object");
    return { settings: defaults, problems };
  }
  for (const { key, index } of duplicates) report("key-duplicate", index, key);
  let settings = defaults;
  for (const [key, index] of keys) {
    const form = forms.get(key);
    const value = written[key] ?? null;
    if (form === undefined) {
      if (key !== "$schema") report("settings-unknown", index, key);
      continue;
    }
    const before = problems.length;
    const use = form.read({ text, index, key, value, report });
    if (use !== undefined) settings = { ...settings, [key]: use };
    else if (problems.length === before)
      report("settings-value", index, `${key}: ${shownValue(value)}`);
  }
  return { settings, problems };
}

const forms: ReadonlyMap<string, SettingForm<unknown>> = new Map(Object.entries(settingForms));
