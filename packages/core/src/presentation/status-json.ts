import type { ArchiveStatus } from "../archive/archive.ts";
import type { Severity } from "../problem.ts";
import type { Publishing } from "./publishing.ts";
import type { ObjectSchema } from "./json-schema.ts";

/** How an archive is doing. */
export type StatusJson = {
  readonly name: string;
  readonly timeZone: string;
  readonly publisher?: Publishing["publisher"];
  readonly baseUrl?: string | undefined;
  readonly license?: string | undefined;
  readonly state: ArchiveStatus["state"];
  readonly progress: number;
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly secondsLeft?: number | undefined;
  readonly articles: number;
  readonly firstPublished?: string | undefined;
  readonly lastPublished?: string | undefined;
  readonly problems: { readonly [severity in Severity]: number };
  readonly leftOut: number;
  readonly generation: string;
  readonly notices: readonly string[];
};

/** The schema of `StatusJson`. */
export const statusSchema: ObjectSchema<StatusJson> = {
  type: "object",
  description: "How an archive is doing. The counts are of everything in it, drafts too.",
  required: [
    "name",
    "timeZone",
    "state",
    "progress",
    "filesDone",
    "filesTotal",
    "articles",
    "problems",
    "leftOut",
    "generation",
    "notices",
  ],
  properties: {
    name: { type: "string" },
    timeZone: { type: "string", description: "The zone for dates without an offset." },
    publisher: { $ref: "#/components/schemas/Publisher" },
    baseUrl: { type: "string", format: "uri", description: "Where the articles stand on the web." },
    license: { type: "string", description: "The terms of articles that name none." },
    state: { enum: ["building", "checking", "ready"] },
    progress: {
      type: "number",
      minimum: 0,
      maximum: 1,
      description: "How much of the work under way is done; 1 when there is none.",
    },
    filesDone: {
      type: "integer",
      minimum: 0,
      description: "Files that the work under way has looked at; all of them when there is none.",
    },
    filesTotal: { type: "integer", minimum: 0, description: "Files that it has to look at." },
    secondsLeft: {
      type: "integer",
      minimum: 1,
      description: "Seconds that it will probably take yet. Absent when that cannot be told.",
    },
    articles: { type: "integer", minimum: 0 },
    firstPublished: { type: "string", format: "date-time" },
    lastPublished: { type: "string", format: "date-time" },
    problems: {
      type: "object",
      required: ["error", "warning", "note"],
      properties: {
        error: { type: "integer", minimum: 0 },
        warning: { type: "integer", minimum: 0 },
        note: { type: "integer", minimum: 0 },
      },
    },
    leftOut: {
      type: "integer",
      minimum: 0,
      description: "Files that were not taken for articles.",
    },
    generation: {
      type: "string",
      description: "The state of the index; it changes with the files.",
    },
    notices: { type: "array", items: { type: "string" } },
  },
};

/**
 * How an archive is doing, for JSON. The folder is left out: an answer must not tell it to the world.
 *
 * @example
 * ```ts
 * import { statusJson } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * const { name, state, articles } = statusJson(await archive.settled());
 * await archive.close();
 * [name, state, articles]; // => ["The River Gazette", "ready", 2]
 * ```
 */
export function statusJson(status: ArchiveStatus): StatusJson {
  return {
    name: status.name,
    timeZone: status.timeZone,
    publisher: status.publisher,
    baseUrl: status.baseUrl,
    license: status.license,
    state: status.state,
    progress: progress(status),
    filesDone: status.filesDone,
    filesTotal: status.filesTotal,
    secondsLeft: status.secondsLeft,
    articles: status.articles,
    firstPublished:
      status.firstMs === undefined ? undefined : new Date(status.firstMs).toISOString(),
    lastPublished: status.lastMs === undefined ? undefined : new Date(status.lastMs).toISOString(),
    problems: {
      error: status.problems.error,
      warning: status.problems.warning,
      note: status.problems.note,
    },
    leftOut: status.leftOut,
    generation: status.generation,
    notices: status.notices,
  };
}

/**
 * How much of an archive's work under way is done, from 0 to 1 in hundredths; 1 when there is none.
 *
 * @example
 * ```ts
 * import { progress } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * const stop = archive.subscribe((status) => console.log(progress(status)));
 * progress(await archive.settled()); // => 1
 * stop();
 * await archive.close();
 * ```
 */
export function progress({ filesDone, filesTotal }: ArchiveStatus): number {
  return filesDone >= filesTotal ? 1 : Math.floor((100 * filesDone) / filesTotal) / 100;
}
