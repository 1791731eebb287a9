import { onTestFinished } from "vitest";
import type { ArchiveStatus } from "../../src/archive/archive.ts";
import { KeptArchive } from "../../src/kept-archive.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { everything } from "../../src/query/query.ts";

/** An archive on the thread of the test, which closes it. */
export function keep(
  folder: string,
  cacheFolder: string,
  options: { readonly watch?: boolean; readonly onStatus?: (status: ArchiveStatus) => void } = {},
): KeptArchive {
  const archive = new KeptArchive({
    folder,
    cacheFolder,
    watch: false,
    asked: Promise.resolve(),
    onStatus: () => {},
    ...options,
  });
  onTestFinished(() => archive.close());
  return archive;
}

/** The headlines that a search finds, newest first. */
export async function headlines(archive: KeptArchive, typed = ""): Promise<string[]> {
  const text = parseText(typed);
  const query = { ...everything, ...(text && { text }) };
  const { hits } = await archive.ask((asked) => asked.search(query, { limit: 500 }));
  return hits.map(({ article }) => article.headline);
}
