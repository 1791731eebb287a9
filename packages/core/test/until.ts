import type { Archive } from "../src/archive/archive.ts";

/** Resolves when the archive, unasked, has said of itself what makes `isSo` true. */
export async function until(archive: Archive, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const said = Promise.withResolvers<void>();
    const stop = archive.subscribe(() => said.resolve());
    try {
      if (await isSo()) return;
      await said.promise;
    } finally {
      stop();
    }
  }
}
