import { everything, type Archive, type ArchiveStatus } from "@broadsheet/core";

/**
 * Least milliseconds between two questions that only make the archive look at its files: kept answers ask
 * it nothing, and it looks while questions come.
 */
const askEveryMs = 1_000;

/** Knows how an archive is doing without asking it each time. */
export type ArchiveWatch = {
  /** What the archive last said of itself; only the first time it is asked. */
  readonly status: () => ArchiveStatus | Promise<ArchiveStatus>;
  /** Whether an answer that was kept may be given: whether the archive's state is known at all. */
  readonly isKnown: () => boolean;
  /** To be called for each answer that was kept: now and then the archive is asked whether it still is as it was. */
  readonly answered: (nowMs: number) => void;
  /** When the archive's present generation was first seen, in milliseconds since 1970. */
  readonly changedMs: () => number;
};

/** Watches an archive. `changed` is called before the first answer of each new generation. */
export function watchArchive(
  archive: Archive,
  now: () => number,
  changed: () => void,
): ArchiveWatch {
  let latest: ArchiveStatus | undefined;
  let changedMs = -Infinity;
  let askedMs = now();

  function hear(status: ArchiveStatus): ArchiveStatus {
    if (status.generation !== latest?.generation || status.state !== latest.state) {
      changedMs = now();
      changed();
    }
    latest = status;
    return status;
  }

  archive.subscribe(hear);
  return {
    status: () => latest ?? archive.status().then(hear),
    isKnown: () => latest !== undefined,
    answered(nowMs) {
      if (Math.abs(nowMs - askedMs) < askEveryMs) return;
      askedMs = nowMs;
      archive
        .search(everything, { limit: 1 })
        .then(() => archive.status())
        .then(hear)
        // Whoever asks for something that is not kept is told.
        .catch(() => {});
    },
    changedMs: () => changedMs,
  };
}
