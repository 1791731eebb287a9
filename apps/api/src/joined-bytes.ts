/** Bytes and texts, one behind the other in UTF-8. */
export function joinedBytes(parts: readonly (Uint8Array | string)[]): Buffer<ArrayBuffer> {
  let length = 0;
  for (const part of parts)
    length += typeof part === "string" ? Buffer.byteLength(part) : part.byteLength;
  const bytes = Buffer.allocUnsafe(length);
  let end = 0;
  for (const part of parts) {
    if (typeof part === "string") {
      end += bytes.write(part, end);
    } else {
      bytes.set(part, end);
      end += part.byteLength;
    }
  }
  return bytes;
}
