/**
 * The same bytes in memory of their own, to be kept: `Buffer` cuts small ones from 64 KiB that stay as long as any
 * of them does, and a compressor's may be far larger than what it holds.
 */
export function ownMemory(bytes: Buffer): Buffer<ArrayBuffer> {
  return Buffer.from(new Uint8Array(bytes).buffer);
}
