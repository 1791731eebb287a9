import type { FolderArchive } from "../src/archive/folder-archive.ts";
import { parseText } from "../src/query/parse-text.ts";
import { everything } from "../src/query/query.ts";

/** All that can be seen of an archive, but for its generation. */
export async function everythingSeen(archive: FolderArchive): Promise<unknown> {
  const seen: unknown[] = [];
  for (const typed of ["", "bridge", "ferry", "ស្ពាន", "-bridge"]) {
    const text = parseText(typed);
    const query = { ...everything, ...(text && { text }) };
    const { hits, total, facets } = await archive.search(query, {
      limit: 500,
      facets: ["section", "lang", "year"],
    });
    seen.push(
      typed,
      total,
      facets,
      hits.map(({ article, cursor }) => ({ article, cursor })),
    );
  }
  seen.push((await archive.problems({ limit: 500 })).problems);
  const { articles, problems } = await archive.status();
  return [...seen, articles, problems];
}
