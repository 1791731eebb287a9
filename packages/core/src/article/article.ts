import type { ArticleDate } from "./article-date.ts";
import type { Block, Figure } from "./block.ts";

/** The section of the newspaper that an article stood in. */
export type Section = {
  /** As written: `NATIONAL`. */
  readonly written: string;
  /** What is compared: lower case, folded, spaces as hyphens: `national`. */
  readonly key: string;
  /** What is shown: `National`. Scripts without capitals are shown as written. */
  readonly label: string;
};

/** The picture that front matter names for an article. It is not one of the body's figures. */
export type ArticleImage = { readonly url: string };

/** A time that an article's code holds, in a zone that is not known. Never used as a date. */
export type CodeTime = {
  /** The digits in the code: `2411261158`. */
  readonly written: string;
  /** The same as a local time: `2024-11-26T11:58`. */
  readonly local: string;
  readonly precision: "minute";
  readonly offset: null;
};

/** A field whose value the author did not write: we worked it out from the text. */
export type InferredField =
  | "headline"
  | "description"
  | "section"
  | "inLanguage"
  | "datePublished"
  | "author"
  | "dateline"
  | "translationGroup";

/** Where an article's values come from. */
export type Provenance = {
  /** How the front matter was written; `header` without fences; `none` for bare text. */
  readonly frontMatter: "yaml" | "toml" | "json" | "header" | "none";
  /** Every field that the author did not write. */
  readonly inferred: readonly InferredField[];
};

/** What a list shows of an article, and what the index keeps. Names follow schema.org NewsArticle. */
export type ArticleSummary = {
  /** Stable: the code in the front matter, otherwise a slug of the path. Never depends on the text. */
  readonly id: string;
  /** The file, as a path inside the archive with `/` between its parts. */
  readonly path: string;
  readonly headline: string;
  /** As written, or the lead paragraph's first sentence (then `inferred` names it). Absent without either. */
  readonly description?: string;
  /** Whether `description` says something that the headline does not and was written by the author. */
  readonly standfirst: boolean;
  /** The first paragraph as plain text; beyond 300 characters cut after a word, with `…`. Absent when the body has none. */
  readonly lead?: string;
  /** As written, or the folder that a generator makes a section of (then `inferred` names it). Absent without either. */
  readonly section?: Section;
  readonly keywords: readonly string[];
  /** BCP 47, lower-case language: `en`, `km`, `zh-Hant`. Absent when it is neither declared, nor clear from the text, nor named by a folder. */
  readonly inLanguage?: string;
  /** As written, or the day in the path or in the address that front matter gives (then `inferred` names it). */
  readonly datePublished?: ArticleDate;
  readonly dateModified?: ArticleDate;
  /** Names in the order written, also from a byline above the text (then `inferred` names it); empty when nobody is named. */
  readonly author: readonly string[];
  readonly image?: ArticleImage;
  /** Where the article first appeared. */
  readonly originUrl?: string;
  /** The host of `originUrl` without `www.`. */
  readonly sourceHost?: string;
  /** Words of headline-less body text, counted by `Intl.Segmenter` where a script has no spaces. */
  readonly wordCount: number;
  /** Whole minutes at 238 words a minute (Brysbaert 2019), at least 1 for any text, 0 without text. */
  readonly readingMinutes: number;
  /** `draft: true`, `published: false`, `status: draft`, or a file in a folder `_drafts`. Never served over HTTP unless asked for at start. */
  readonly draft: boolean;
  readonly provenance: Provenance;
};

/** An article in full. */
export type Article = ArticleSummary & {
  /** The code in the front matter, as written. */
  readonly code?: string;
  readonly codeTime?: CodeTime;
  /**
   * Where, and often when, the report was sent, as it stands before the first sentence of the body (it stays
   * there): `PHNOM PENH, Nov 25`. Absent unless it is certain.
   */
  readonly dateline?: string;
  /** Under what terms the article may be used, as written: `CC-BY-4.0`, an address. Absent when nothing is said. */
  readonly license?: string;
  /**
   * What translations of one article share: the key that front matter gives (`translationKey`, `ref`), else
   * the id that the file would have if its path named no language (then `inferred` names it), so that
   * `ferry.fr.md` and `ferry.km.md` share `ferry`, the id of `ferry.md` beside them. Absent when neither
   * front matter nor path shows that there are translations. No other file is looked at.
   */
  readonly translationGroup?: string;
  /** The pictures of the body, in order. */
  readonly figures: readonly Figure[];
  /** The body, in order, without the heading that repeats the headline; figures are among the blocks. */
  readonly blocks: readonly Block[];
  /** Front matter keys that the model does not know, as they were written. */
  readonly extra: Readonly<Record<string, unknown>>;
};
