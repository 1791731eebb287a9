/** Names that tell a header from a text whose lines begin with a word and a colon; without spaces and hyphens. */
const known = new Set(
  "title headline date author authors byline category categories section subject tags keywords slug summary description lang language status modified updated published code url source image template".split(
    " ",
  ),
);

/** Whether a name is one of those that a header has. */
export function isKnownName(name: string): boolean {
  return known.has(name.toLowerCase().replace(/[\s_-]+/g, ""));
}
