import { sectionKey } from "../article/section.ts";

/** The filter value that stands for articles without a value. */
export const noValue = "_none";

/**
 * What keywords, authors and sections are compared by: small letters without accents, spaces and signs as
 * hyphens. `Rain Season` and `rain-season` are one. Empty when there is no letter or digit.
 * `valueKey(valueKey(x)) === valueKey(x)`.
 *
 * @example
 * ```ts
 * import { valueKey } from "@broadsheet/core";
 *
 * valueKey("Rain Season"); // => "rain-season"
 * ```
 */
export function valueKey(written: string): string {
  return sectionKey(written);
}

const plainHost = /^(?:[a-z\d._-]+|\[[\da-f:.]+\])$/;

/** The host of an address, or of what is typed for one, as articles have it; undefined when it is none. */
export function hostKey(written: string): string | undefined {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  const { hostname = "" } = URL.parse(address) ?? {};
  const host = hostname.replace(/^(?:www\.)+/, "");
  return plainHost.test(host) ? host : undefined;
}
