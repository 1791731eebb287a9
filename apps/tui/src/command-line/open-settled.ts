import type { Archive, ArchiveStatus } from "@broadsheet/core/view";
import { openArchive } from "@broadsheet/core/open";
import { ProgressLine, type ProgressStream } from "./progress-line.ts";

/** Opens an archive and waits until its index agrees with the files; shows progress if that takes long. */
export async function openSettled(
  folder: string,
  cacheDir: string | undefined,
  errors: ProgressStream,
): Promise<{ readonly archive: Archive; readonly status: ArchiveStatus }> {
  const archive = await openArchive(folder, cacheDir === undefined ? {} : { cacheDir });
  const line = new ProgressLine(errors, () => performance.now());
  const stop = archive.subscribe((status) => line.show(status));
  try {
    return { archive, status: await archive.settled() };
  } finally {
    stop();
    line.end();
  }
}
