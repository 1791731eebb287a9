import type { ArchiveStatus } from "../archive/archive.ts";
import type { ObjectSchema } from "./json-schema.ts";
import { followedUrl } from "./markup.ts";

/** What an archive's settings say of who publishes its articles, and under which terms if they name none. */
export type Publishing = {
  readonly publisher?: ArchiveStatus["publisher"] | undefined;
  readonly license?: string | undefined;
};

const address = { type: "string", format: "uri" } as const;

/** The schema of a publisher. */
export const publisherSchema: ObjectSchema<NonNullable<Publishing["publisher"]>> = {
  type: "object",
  description: "Who publishes the archive's articles. Absent when its settings do not say.",
  required: ["name"],
  properties: { name: { type: "string" }, url: address, logo: address },
};

/** The address of terms that are given as one; undefined for those that only have a name, such as CC-BY-4.0. */
export function licenseUrl(license: string | undefined): string | undefined {
  if (license === undefined || !/^https?:\/\//i.test(license)) return undefined;
  return URL.canParse(license) ? followedUrl(new URL(license).href) : undefined;
}
