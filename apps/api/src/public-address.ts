/** Where the world finds an application. */
export type PublicAddress = {
  /** Scheme and host, such as `https://news.example`. */
  readonly origin: string;
  /** What stands before the path that the application is mounted at: empty, or a path without a slash at its end. */
  readonly before: string;
};

/** Reads an address that leads to where an application is mounted, or ends with that path. */
export function publicAddress(baseUrl: string, mountPath: string): PublicAddress {
  const [origin = ""] = /^[^/]*\/\/[^/]*/.exec(baseUrl) ?? [];
  const path = baseUrl.slice(origin.length).replace(/\/+$/, "");
  const before = path.endsWith(mountPath) ? path.slice(0, path.length - mountPath.length) : path;
  return { origin, before };
}
