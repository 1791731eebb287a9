/**
 * Whether an `Accept` header allows a media type (RFC 9110, section 12.5.1): the most specific range that
 * fits decides, and a weight of 0 forbids. Everything is allowed without the header.
 */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === "") return true;
  const [group] = mediaType.split("/");
  let bestRank = 0;
  let allowed = false;
  for (const range of header.split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const rank = ["*/*", `${group}/*`, mediaType].indexOf(name) + 1;
    if (rank <= bestRank) continue;
    bestRank = rank;
    allowed = !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  }
  return allowed;
}
