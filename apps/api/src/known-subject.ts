import { didYouMean } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { filterNames, type ListRequest } from "./read-query.ts";
import { allSeen } from "./seen.ts";
import type { Moment, Service } from "./service.ts";

/** What the path of a feed says that it is of. */
export type Subject = readonly [field: "section" | "tag", value: string];

/**
 * Refuses an empty feed of what no article has that may be seen: who mistypes a section would wait for ever.
 *
 * @throws {Failure} that says what was probably meant.
 */
export async function refuseUnknown(
  service: Service,
  moment: Moment,
  [field, value]: Subject,
  { entries }: ListRequest,
): Promise<void> {
  const isFiltered = entries.some(([name]) => name !== field && filterNames.includes(name));
  if (isFiltered || value === "_none") return;
  const counts = await service.archive.facets(allSeen(service, moment), [field]);
  const known = (counts[field] ?? []).flatMap((each) => each.value ?? []);
  const meant = didYouMean(value.toLowerCase(), known);
  const hint =
    meant === undefined
      ? `Those that there are stand at ${service.basePath}/v1/facets/${field}.`
      : `Did you mean ${meant}?`;
  throw new Failure("resource-not-found", {
    detail: `No article has this ${field === "tag" ? "keyword" : field}. ${hint}`,
  });
}
