import { queryText, type ListParameters } from "./list-parameters.ts";

/** What a feed is of: a section, a keyword, or any search; nothing at all for everything. */
export type FeedSubject =
  | { readonly section: string }
  | { readonly tag: string }
  | { readonly search: Omit<ListParameters, "highlight"> };

/** Forms of a feed; `json` is JSON Feed. */
export type FeedForm = "rss" | "atom" | "json";

/** Where everything is that a server has. */
export type Addresses = {
  /** An article, in some form by its suffix. */
  readonly articleUrl: (article: { readonly id: string }, suffix?: string) => string;
  /** An article's file as it is, where the server allows that. */
  readonly rawUrl: (article: { readonly id: string }) => string;
  readonly feedUrl: (subject?: FeedSubject, form?: FeedForm) => string;
};

/** The addresses below one that does not end in a slash. */
export function addressesAt(base: string): Addresses {
  const articleUrl: Addresses["articleUrl"] = ({ id }, suffix) =>
    `${base}/v1/articles/${encodeURIComponent(id)}${suffix === undefined ? "" : `.${suffix}`}`;
  return {
    articleUrl,
    rawUrl: (article) => `${articleUrl(article)}/raw`,
    feedUrl: (subject, form = "rss") => `${base}/feeds/${feedPath(subject, form)}`,
  };
}

function feedPath(subject: FeedSubject | undefined, form: FeedForm): string {
  if (subject === undefined) return `all.${form}`;
  if ("section" in subject) return `section/${encodeURIComponent(subject.section)}.${form}`;
  if ("tag" in subject) return `tag/${encodeURIComponent(subject.tag)}.${form}`;
  return `search.${form}${queryText(subject.search)}`;
}
