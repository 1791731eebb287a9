import type { FolderArchive } from "../src/archive/folder-archive.ts";
import type { ArticleIndex } from "../src/archive/article-index.ts";
import { parseText } from "../src/query/parse-text.ts";
import { everything } from "../src/query/query.ts";

const typed = ["", "bridge", "ferry", "ស្ពាន", "-bridge", "bri*", "title:about", "bridge rain snow"];
const sorts = ["newest", "oldest", "relevance"] as const;
const beginnings = ["b", "br", "fer", "m", "ស"];
const facets = ["section", "lang", "tag", "author", "source", "year"] as const;

/**
 * All that can be seen of an archive, but for its generation: what is found, in which order, counts, words. It is
 * in step with its files by then, and has done what can wait.
 */
export async function everythingSeen(
  archive: FolderArchive,
  index: Pick<ArticleIndex, "tidy">,
): Promise<readonly unknown[]> {
  // Files that have only just changed are read once more, until they are old enough to be known again.
  for (let before = ""; ;) {
    const { generation } = await archive.refresh();
    if (generation === before) break;
    before = generation;
  }
  while (await index.tidy());
  const seen: unknown[] = [];
  for (const text of typed) {
    const tree = parseText(text);
    for (const sort of sorts) {
      const query = { ...everything, drafts: true, sort, ...(tree && { text: tree }) };
      // By relevance a cursor names the generation too.
      const {
        generation: _,
        next,
        hits,
        ...page
      } = await archive.search(query, { limit: 500, facets });
      seen.push(
        { text, sort, page, hasMore: next !== undefined },
        hits.map(({ article, score, headline }) => ({ article, score, headline })),
      );
    }
  }
  for (const beginning of beginnings) seen.push([beginning, await archive.suggest(beginning)]);
  const { hits } = await archive.search(everything, { limit: 500 });
  seen.push(hits.map(({ cursor, fileModifiedMs }) => ({ cursor, fileModifiedMs })));
  for (const { article } of hits.slice(0, 10)) {
    const { articles: related } = await archive.related(article.id);
    seen.push({ relatedTo: article.id, ids: related.map(({ id }) => id) });
  }
  for (const interval of ["day", "week", "month", "year"] as const) {
    const { generation: _, ...timeline } = await archive.timeline(everything, interval);
    seen.push(timeline);
  }
  seen.push((await archive.problems({ limit: 500 })).problems);
  const { articles, firstMs, lastMs, problems } = await archive.status();
  return [...seen, { articles, firstMs, lastMs, problems }];
}
