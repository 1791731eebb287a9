import { SettingsError } from "../errors.ts";
import { cleanLine } from "../text/clean-text.ts";
import { readPattern } from "./path-pattern.ts";
import { isTimeZone, type Settings } from "./settings.ts";

/** Settings that were found sound: a caller gives the same ones for every article. */
const sound = new WeakSet<object>();

/**
 * Refuses settings that a program gives and that mean nothing. What stands in `broadsheet.json` is data
 * instead: it is a problem there.
 *
 * @throws {SettingsError} for a time zone, a language or a pattern that there is not.
 */
export function checkSettings(settings: {
  readonly language?: Settings["language"] | undefined;
  readonly timeZone?: Settings["timeZone"] | undefined;
  readonly include?: Settings["include"] | undefined;
  readonly ignore?: Settings["ignore"] | undefined;
}): void {
  if (sound.has(settings)) return;
  const { language, timeZone, include = [], ignore = [] } = settings;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const message = `timeZone: expected the IANA name of a zone, such as Asia/Phnom_Penh, not “${cleanLine(timeZone)}”.`;
    throw new SettingsError("time-zone-unknown", "timeZone", message);
  }
  if (language !== undefined && !isLanguageTag(language)) {
    const message = `language: expected a tag such as km or zh-Hant, not “${cleanLine(language)}”.`;
    throw new SettingsError("language-invalid", "language", message);
  }
  checkPatterns("include", include);
  checkPatterns("ignore", ignore);
  sound.add(settings);
}

function checkPatterns(setting: "include" | "ignore", patterns: readonly string[]): void {
  const wrong = patterns.find((pattern) => readPattern(pattern) === undefined);
  if (wrong === undefined) return;
  const message = `${setting}: expected paths in which *, ** and ? stand for others, not “${cleanLine(wrong)}”.`;
  throw new SettingsError("pattern-invalid", setting, message);
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
