/** The address of a list from some place on; without one, of its beginning. */
export type PagedAddress = (place?: string) => string;

/**
 * Addresses of one list, which is asked for by these entries of a query. They differ in the parameter that says
 * where a page begins.
 */
export function pagedAddress(
  path: string,
  entries: readonly (readonly [string, string])[],
  placeName: string = "cursor",
): PagedAddress {
  const asked = new URLSearchParams();
  for (const [name, value] of entries) if (name !== placeName) asked.append(name, value);
  const query = String(asked);
  const start = query === "" ? path : `${path}?${query}`;
  return (place) =>
    place === undefined
      ? start
      : `${start}${query === "" ? "?" : "&"}${placeName}=${encodeURIComponent(place)}`;
}
