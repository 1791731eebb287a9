// What the reader is told when not all is as it should be, each in one sentence: what is so (and why), what
// follows, and what can be done about it.

/** The index was thrown away. */
export const indexDamaged =
  "The index was damaged, so it is being made again; no article is affected.";

/** There is no place for an index, which is therefore in memory. */
export function indexNotKept(cause: unknown): string {
  return `The index cannot be kept (${reasonOf(cause)}), so it is made anew each time; choose another place with --cache.`;
}

/** A change could not be written into the index. */
export function indexNotWritten(cause: unknown): string {
  return `The index cannot be written (${reasonOf(cause)}), so what it has is shown; make room for it, or choose another place with --cache.`;
}

/** The archive's own folder is gone or closed. */
export function folderUnreadable(cause: unknown): string {
  return `The archive's folder cannot be read (${reasonOf(cause)}), so what is indexed of it is shown; see that its drive is there and its permissions allow it.`;
}

/** Somebody else has the writer's lock. */
export const otherWriter =
  "Another process is indexing this archive, so what it has done so far is shown.";

/** The system does not tell of changes. */
export function notAnnounced(reason: string): string {
  return `Changes of files are not announced (${reason}), so they show when they are looked for, every few seconds.`;
}

/** Why something failed, as words without a full stop. */
function reasonOf(cause: unknown): string {
  if (typeof cause === "string") return cause;
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
}
