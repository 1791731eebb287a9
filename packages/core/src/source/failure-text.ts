/** Why the file system refused, in words for the failures that people meet, otherwise its code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it is not there",
  ENOTDIR: "it is not there",
  ELOOP: "links lead in a circle",
  EISDIR: "it is a folder",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
  ENAMETOOLONG: "its path is too long",
};

/** The code of a file system failure (`ENOENT`), or the name of what else was thrown. */
export function failureCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string")
    return error.code;
  return error instanceof Error ? error.name : "unknown failure";
}

/** The same as words that stand after a colon. It names no path of the machine. */
export function failureText(error: unknown): string {
  const code = failureCode(error);
  return reasons[code] ?? code;
}
