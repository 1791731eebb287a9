import { sep } from "node:path";

/** Whether one real path is another's folder or below it. Both must be real paths: links are not looked at. */
export function isInside(realFolder: string, realPath: string): boolean {
  const folder = realFolder.endsWith(sep) ? realFolder : realFolder + sep;
  return realPath === realFolder || realPath.startsWith(folder);
}
