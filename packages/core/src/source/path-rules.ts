import {
  fitsPattern,
  mayFitBelow,
  namesIn,
  type PathPattern,
  readPattern,
} from "./path-pattern.ts";
import type { Settings } from "./settings.ts";

/** Why a path is left out by an archive's own rules. */
export type PathReason = "ignored" | "not-included";

/** An archive's own rules about which files are articles, beside those about their names. */
export type PathRules = {
  /** Why a file is no article; undefined when it can be one. */
  readonly ofFile: (path: string) => PathReason | undefined;
  /** Why no articles are looked for in a folder; undefined when they are. */
  readonly ofFolder: (path: string) => PathReason | undefined;
};

const noRules: PathRules = { ofFile: () => undefined, ofFolder: () => undefined };

/** The rules that are written in settings; a pattern that means nothing is none. */
export function pathRules(settings: Pick<Settings, "include" | "ignore">): PathRules {
  const ignore = patternsIn(settings.ignore);
  const include = settings.include && patternsIn(settings.include);
  if (ignore.length === 0 && include === undefined) return noRules;
  const rule =
    (isIncluded: (pattern: PathPattern, names: readonly (readonly string[])[]) => boolean) =>
    (path: string): PathReason | undefined => {
      const names = namesIn(path);
      if (ignore.some((pattern) => fitsPattern(pattern, names))) return "ignored";
      return include?.some((pattern) => isIncluded(pattern, names)) === false
        ? "not-included"
        : undefined;
    };
  return { ofFile: rule(fitsPattern), ofFolder: rule(mayFitBelow) };
}

function patternsIn(written: readonly string[] = []): readonly PathPattern[] {
  return written.map(readPattern).filter((pattern) => pattern !== undefined);
}
