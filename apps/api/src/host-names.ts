/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * The host names to answer to, as URLs write them. On a loopback address those of this machine and the ones
 * allowed besides: a web page could otherwise give our address a name of its own and read us through it.
 * Elsewhere any name is answered to (undefined), unless some are named.
 */
export function hostNames(host: string, allowed: readonly string[]): readonly string[] | undefined {
  if (isLoopback(host)) {
    const own = host.includes(":") ? `[${host}]` : host;
    return ["localhost", "127.0.0.1", "[::1]", own, ...allowed];
  }
  return allowed.length === 0 ? undefined : allowed;
}

/** What to warn of before listening there, as a sentence. Undefined when only this machine reaches it. */
export function exposure(host: string): string | undefined {
  if (isLoopback(host)) return undefined;
  return "Everyone who reaches this machine can read the archive; without --host only this machine can.";
}
