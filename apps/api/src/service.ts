import type { Archive, ArchiveStatus, Pictures, Publishing } from "@broadsheet/core";
import type { ArticleFragments } from "./article-fragments.ts";
import type { ArchiveWatch } from "./archive-watch.ts";
import { entityTag } from "./entity-tag.ts";
import { publicAddress } from "./public-address.ts";
import type { Asked, Plan } from "./resource.ts";
import { validityOf } from "./validity.ts";
import type { EmbargoWatch, Visibility } from "./visibility.ts";

/** What every resource works with. */
export type Service = {
  readonly archive: Archive;
  readonly watch: ArchiveWatch;
  readonly embargo: EmbargoWatch;
  readonly visibility: Visibility;
  /** The current time in milliseconds since 1970. */
  readonly now: () => number;
  /** What addresses without a host begin with: empty, or a path without a slash at its end. */
  readonly basePath: string;
  /** Scheme and host of where the world finds the archive. Absent: as its settings say, or each request was sent to. */
  readonly origin?: string | undefined;
  /** Whether feeds hold articles whole. */
  readonly fullText: boolean;
  /** The articles of lists, as they were written before. */
  readonly fragments: ArticleFragments;
  /** Whether pages of other origins may read answers: these then have headers that the others have not. */
  readonly isShared: boolean;
  /** How pages show pictures that are elsewhere. */
  readonly pictures: Pictures;
};

/** The address of an article. */
export function articleUrl({ basePath }: Service, id: string): string {
  return `${basePath}/v1/articles/${encodeURIComponent(id.toWellFormed())}`;
}

/** What makes whole addresses of those without a host. */
export function publicOrigin(
  { origin: given, basePath }: Service,
  { status: { baseUrl } }: Moment,
  asked: Pick<Asked, "origin">,
): string {
  if (given !== undefined || baseUrl === undefined) return given ?? asked.origin;
  const { origin, before } = publicAddress(baseUrl, basePath);
  return origin + before;
}

/** What the archive's settings say of who publishes it. */
export function publishingOf({ status: { publisher, license } }: Moment): Publishing {
  return { publisher, license };
}

/** The entity tag of an answer that depends on these parts and on how the service was set up. */
export function serviceTag(
  { visibility, basePath, fullText, pictures }: Service,
  ...parts: readonly string[]
): string {
  const { drafts, future } = visibility;
  const set = [drafts, future, fullText].map(String);
  return entityTag(basePath, pictures, ...set, ...parts);
}

/** How an archive is at the moment of a request. */
export type Moment = {
  readonly status: ArchiveStatus;
  readonly nowMs: number;
  /** What the answers of this moment have in common. Absent when none may be kept: more articles are on their way. */
  readonly key?: Plan["key"];
};

/** The moment of a request, usually without asking the archive. */
export async function momentOf(service: Service): Promise<Moment> {
  const nowMs = service.now();
  const status = await service.watch.status();
  const span = status.state === "building" ? undefined : await service.embargo(status, nowMs);
  if (span === undefined) return { status, nowMs };
  const parts = [status.generation, String(span.untilMs)];
  return {
    status,
    nowMs,
    key: { parts, validity: validityOf(span, service.watch.changedMs(), nowMs) },
  };
}

/** The same with what else an answer depends on. */
export function withKey({ key }: Pick<Moment, "key">, ...parts: readonly string[]): Plan["key"] {
  return key && { ...key, parts: [...key.parts, ...parts] };
}
