import type { Archive, ArchiveStatus } from "@broadsheet/core/view";
import { openArchive } from "@broadsheet/core/open";
import { words } from "../words/words.ts";

/** A command that takes less than this says nothing of its progress. */
const patienceMs = 1_000;

/** Where progress is shown: standard error. */
export type ProgressStream = {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
};

/** Opens an archive and waits until its index agrees with the files; shows progress if that takes long. */
export async function openSettled(
  folder: string,
  cacheDir: string | undefined,
  errors: ProgressStream,
): Promise<{ readonly archive: Archive; readonly status: ArchiveStatus }> {
  const archive = await openArchive(folder, cacheDir === undefined ? {} : { cacheDir });
  const startedMs = performance.now();
  let hasLine = false;
  const stop = archive.subscribe(({ state, filesDone, filesTotal }) => {
    if (errors.isTTY !== true || performance.now() - startedMs < patienceMs) return;
    hasLine = true;
    errors.write(
      `\r\x1b[2K${state === "building" ? words.building(filesDone, filesTotal) : words.checking(filesDone, filesTotal)}`,
    );
  });
  try {
    return { archive, status: await archive.settled() };
  } finally {
    stop();
    if (hasLine) errors.write("\r\x1b[2K");
  }
}
