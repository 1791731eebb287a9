import type { Archive } from "@broadsheet/core";
import { entityTag } from "./answer.ts";
import type { Visibility } from "./visibility.ts";

/** What every resource works with. */
export type Service = {
  readonly archive: Archive;
  readonly visibility: Visibility;
  /** The current time in milliseconds since 1970. */
  readonly now: () => number;
  /** Where the application is mounted: empty, or a path without a slash at its end. */
  readonly basePath: string;
};

/** The address of an article. */
export function articleUrl({ basePath }: Service, id: string): string {
  return `${basePath}/v1/articles/${encodeURIComponent(id.toWellFormed())}`;
}

/** The entity tag of an answer that depends on these parts and on how the service was set up. */
export function serviceTag({ visibility, basePath }: Service, ...parts: readonly string[]): string {
  return entityTag(basePath, String(visibility.drafts), String(visibility.future), ...parts);
}
