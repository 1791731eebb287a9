import type {
  ArticleJson,
  ArticleSummaryJson,
  FacetCount,
  FacetField,
  ProblemJson,
  Publisher,
  TimelineBucket,
} from "@broadsheet/core";

/** What an archive is, and where everything is in it; names in braces are to be filled in (RFC 6570). */
export type ArchiveAnswer = {
  readonly name: string;
  readonly timeZone: string;
  readonly publisher?: Publisher | undefined;
  readonly baseUrl?: string | undefined;
  readonly license?: string | undefined;
  readonly articles: number;
  readonly firstPublished?: string | undefined;
  readonly lastPublished?: string | undefined;
  readonly generation: string;
  readonly building?: { readonly progress: number } | undefined;
  readonly links: Readonly<Record<string, string | undefined>>;
};

/** The body of an article in all of its forms. */
type Bodies = ArticleJson["body"] & { readonly html: string; readonly markdown: string };

/** Forms of a body that can be asked for. */
export type BodyForm = keyof Bodies | "none";

/** An article in full, with its body in some forms; `related` when that was asked for. */
export type ArticleAnswer<Form extends BodyForm = "blocks" | "text"> = Omit<ArticleJson, "body"> & {
  readonly body: Pick<Bodies, Exclude<Form, "none">>;
  readonly related?: readonly ArticleSummaryJson[] | undefined;
};

/** The values of a field, most frequent first, with how many articles have each. */
export type FacetAnswer = {
  readonly data: readonly FacetCount[];
  readonly meta: {
    readonly field: FacetField;
    readonly total: number;
    readonly nextCursor?: string | undefined;
    readonly generation: string;
    readonly timedOut: boolean;
  };
  readonly links: { readonly self: string; readonly next?: string | undefined };
};

/** Articles over time, oldest first. */
export type TimelineAnswer = {
  readonly data: readonly TimelineBucket[];
  readonly meta: {
    readonly interval: string;
    readonly coarser: number;
    readonly undated: number;
    readonly generation: string;
    readonly timedOut: boolean;
  };
};

/** Words that begin as what is being typed. */
export type SuggestionsAnswer = {
  readonly data: readonly {
    readonly word: string;
    readonly text: string;
    readonly articles: number;
  }[];
  readonly meta: { readonly generation: string; readonly timedOut: boolean };
};

/** A short list that belongs to one article. */
export type ArticleListAnswer<Item> = {
  readonly data: readonly Item[];
  readonly meta: { readonly generation: string };
  readonly links: { readonly self: string; readonly article: string };
};

/** Articles about the same as another one, the nearest first. */
export type RelatedAnswer = ArticleListAnswer<ArticleSummaryJson> & {
  readonly meta: { readonly timedOut: boolean };
};

/** A page of what is not as it should be in the files. */
export type ProblemsAnswer = {
  readonly data: readonly ProblemJson[];
  readonly meta: {
    readonly total: number;
    readonly nextCursor?: string | undefined;
    readonly generation: string;
  };
  readonly links: { readonly self: string; readonly next?: string | undefined };
};

/** What has happened to an article: it is new, different or due by now, or none that may be seen has its id. */
export type ChangeAnswer =
  | { readonly type: "put"; readonly article: ArticleSummaryJson }
  | { readonly type: "removed"; readonly id: string };

/** A page of changes, oldest first. `meta.next` is what to give as `since` next. */
export type ChangesAnswer = {
  readonly data: readonly ChangeAnswer[];
  readonly meta: { readonly next: string; readonly isLast: boolean; readonly generation: string };
  readonly links: { readonly self: string; readonly next: string };
};
