import type { Settings } from "../source/settings.ts";
import { hexOfText } from "../text/hash-text.ts";
import type { ArchiveStatus } from "./archive.ts";

/** What of an archive's settings is said of it, and shapes nothing in its index. */
export type ShownSettings = Pick<ArchiveStatus, "name" | "publisher" | "baseUrl" | "license">;

/** These settings alone. */
export function shownSettings(settings: Settings): ShownSettings {
  const { name, publisher, baseUrl, license } = settings;
  return {
    name,
    ...(publisher === undefined ? {} : { publisher }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(license === undefined ? {} : { license }),
  };
}

const marks = new WeakMap<Settings, string>();

/**
 * An index's generation, marked with the settings that are shown: an answer that was made under another
 * name or licence is not the same answer.
 */
export function markedGeneration(generation: string, settings: Settings): string {
  let mark = marks.get(settings);
  if (mark === undefined) {
    mark = hexOfText(JSON.stringify(shownSettings(settings)), 8);
    marks.set(settings, mark);
  }
  return `${generation}.${mark}`;
}

/** The place in an index's history that a reader names: the generation as it was before it was marked. */
export function unmarkedGeneration(since: string): string {
  return since.replace(/^([^.]+\.\d+)\.[0-9a-f]{8}$/, "$1");
}
