/** Where FNV-1a begins and what it multiplies by (https://datatracker.ietf.org/doc/html/rfc9923). */
const parameters = {
  64: [0xcbf29ce484222325n, 0x100000001b3n],
  128: [0x6c62272e07bb014262b821756295c58dn, 0x1000000000000000000013bn],
} as const;

/**
 * FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of a short text. It keeps names apart, and proves nothing:
 * what does takes 4 ms to load, for which whoever opens an archive would wait.
 */
export function hashText(text: string, bits: 64 | 128): bigint {
  const [begin, prime] = parameters[bits];
  let value: bigint = begin;
  for (let index = 0; index < text.length; index++)
    value = BigInt.asUintN(bits, (value ^ BigInt(text.charCodeAt(index))) * prime);
  return value;
}

/** The same as the first so many of 32 hexadecimal digits. */
export function hexOfText(text: string, digits: number): string {
  return hashText(text, 128).toString(16).padStart(32, "0").slice(0, digits);
}
