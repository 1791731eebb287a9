/** Control characters but line end and tab; bidi controls; line and paragraph separators; byte order marks. */
const unsafe =
  // oxlint-disable-next-line no-control-regex -- it looks for control characters
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/;

/** Why a text somewhere in a result, or a name in it, must not be shown; undefined when all can be. */
export function unsafeText(value: unknown): string | undefined {
  if (typeof value === "string") {
    if (!value.isWellFormed()) return "gives half a surrogate pair";
    return unsafe.test(value) ? "gives a control character" : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const [name, each] of entries) {
    const fault = unsafeText(each) ?? unsafeText(name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
