import type { FrontMatter } from "../src/front-matter/front-matter.ts";

/** Lines of front matter that say nothing: fences, comments, an empty object. */
const saysNothing = /^(?:[\s{}]*|\s*#.*|(?:---|\+\+\+|\.\.\.)\s*\w*\s*)$/;

/** Whether front matter is neither fields nor body, and no problem says so; undefined when it is not. */
export function leftOutInSilence(
  { fields, body, problems }: FrontMatter,
  text: string,
): string | undefined {
  if (problems.length > 0 || Object.keys(fields).length > 0) return undefined;
  const before = text.slice(0, text.length - body.length).split("\n");
  return before.every((line) => saysNothing.test(line))
    ? undefined
    : "leaves front matter out in silence";
}
