const ofTheWeb = /^(?:https?:\/\/[\x21-\x7e]+|mailto:[\x21-\x7e]+)$/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** The first address in a result that may not be followed; undefined when all may. */
export function unsafeAddress(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    // What the model does not know is kept as it was written, addresses included.
    if (name === "extra") continue;
    const isAddress = (name === "url" || name === "originUrl") && typeof each === "string";
    const fault = isAddress ? faultOf(each) : unsafeAddress(each);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** An address is one of the web or of a mailbox, or else a path that stays inside the archive. */
function faultOf(url: string): string | undefined {
  if (ofTheWeb.test(url)) return undefined;
  if (scheme.test(url)) return "an address has a scheme that is not allowed";
  const parts = url.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..") || url.includes("\\")) {
    return "an address leads out of the archive";
  }
  return undefined;
}
