import { hash } from "node:crypto";

/** Raised whenever the answers of an unchanged archive change, so that no client keeps the old ones. */
const representationVersion = "2";

/**
 * What strong entity tags (RFC 9110, section 8.8.3) are made of: everything that an answer depends on.
 * Equal parts mean equal bytes.
 */
export function entityTag(...parts: readonly string[]): string {
  const key = JSON.stringify([representationVersion, ...parts]);
  return hash("sha256", key, "base64url").slice(0, 27);
}
