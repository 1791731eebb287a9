import {
  everything,
  maxPageSize,
  type Archive,
  type ArticleSummary,
  type InferredField,
  type Provenance,
} from "@broadsheet/core/view";

/** Fields of articles that are counted, in the order in which they are shown. */
export const countedFields = [
  "headline",
  "description",
  "section",
  "datePublished",
  "dateModified",
  "author",
  "inLanguage",
  "keywords",
  "image",
  "originUrl",
] as const satisfies readonly (keyof ArticleSummary)[];

/** A field that is counted. */
export type CountedField = (typeof countedFields)[number];

/** How many articles have a field as the author wrote it, as it was worked out, and not at all. */
export type FieldCount = {
  readonly written: number;
  readonly inferred: number;
  readonly absent: number;
};

/** What all articles of an archive have together. */
export type ArticleCounts = {
  readonly articles: number;
  readonly words: number;
  /** Articles by the way their front matter is written. */
  readonly frontMatter: { readonly [format in Provenance["frontMatter"]]: number };
  readonly fields: { readonly [field in CountedField]: FieldCount };
};

type Tally = { written: number; inferred: number; absent: number };

/** Reads what the index keeps of every article, page by page, and counts. */
export async function countArticles(archive: Archive): Promise<ArticleCounts> {
  const frontMatter = { yaml: 0, toml: 0, json: 0, header: 0, none: 0 };
  const tally = (): Tally => ({ written: 0, inferred: 0, absent: 0 });
  const fields: { [field in CountedField]: Tally } = {
    headline: tally(),
    description: tally(),
    section: tally(),
    datePublished: tally(),
    dateModified: tally(),
    author: tally(),
    inLanguage: tally(),
    keywords: tally(),
    image: tally(),
    originUrl: tally(),
  };
  let articles = 0;
  let words = 0;
  for await (const article of everyArticle(archive)) {
    articles++;
    words += article.wordCount;
    frontMatter[article.provenance.frontMatter]++;
    for (const field of countedFields) fields[field][standing(article, field)]++;
  }
  return { articles, words, frontMatter, fields };
}

async function* everyArticle(archive: Archive): AsyncGenerator<ArticleSummary> {
  let cursor: string | undefined;
  do {
    const page = await archive.search(
      { ...everything, drafts: true },
      { limit: maxPageSize, ...(cursor === undefined ? {} : { cursor }) },
    );
    for (const { article } of page.hits) yield article;
    cursor = page.next;
  } while (cursor !== undefined);
}

function standing(article: ArticleSummary, field: CountedField): keyof FieldCount {
  const value = article[field];
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "absent";
  const inferred: readonly (InferredField | CountedField)[] = article.provenance.inferred;
  return inferred.includes(field) ? "inferred" : "written";
}
