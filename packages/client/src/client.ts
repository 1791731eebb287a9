import type {
  FacetField,
  HitJson,
  ListJson,
  ProblemCode,
  ProblemJson,
  TimelineInterval,
} from "@broadsheet/core";
import { addressesAt, type Addresses } from "./addresses.ts";
import type {
  ArchiveAnswer,
  ArticleAnswer,
  ArticleListAnswer,
  BodyForm,
  ChangesAnswer,
  FacetAnswer,
  ProblemsAnswer,
  RelatedAnswer,
  SuggestionsAnswer,
  TimelineAnswer,
} from "./answers.ts";
import { queryText, type FilterParameters, type ListParameters } from "./list-parameters.ts";
import { RequestError, requestError } from "./request-error.ts";

const jsonType = "application/json";

/** Kinds of failure that say that there is nothing at the address of an article. */
const notThere: ReadonlySet<string | undefined> = new Set([
  "article-not-found",
  "resource-not-found",
]);

/** How an archive is reached. */
export type ClientOptions = {
  /** What asks; default: the environment's own `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What can be given to end a request early. */
type Ending = { readonly signal?: AbortSignal };

/**
 * An archive that a server answers for. Methods reject with `RequestError` when it does not answer as was
 * meant, and with what `fetch` rejects with when it cannot be reached.
 */
export type Client = {
  /** A page of articles. */
  readonly articles: (parameters?: ListParameters, ending?: Ending) => Promise<ListJson>;
  /** All pages, one after the other; each is asked for when the one before has been used. */
  readonly pages: (parameters?: ListParameters, ending?: Ending) => AsyncGenerator<ListJson, void>;
  /**
   * The articles of all pages. While the index is built for the first time they are those that it has by then:
   * `pages` says so, in `meta.building`.
   */
  readonly everyArticle: (
    parameters?: ListParameters,
    ending?: Ending,
  ) => AsyncGenerator<HitJson, void>;
  /** An article in full; undefined when there is none with this id. */
  readonly article: <Form extends BodyForm = "blocks" | "text">(
    id: string,
    parameters?: { readonly body?: readonly Form[]; readonly include?: readonly "related"[] },
    ending?: Ending,
  ) => Promise<ArticleAnswer<Form> | undefined>;
  /** An article in another form, by its suffix, such as `md` or `html`. */
  readonly articleText: (
    id: string,
    suffix: "html" | "txt" | "md" | "jsonld" | "ninjs.json",
    ending?: Ending,
  ) => Promise<string | undefined>;
  /** What the archive is, and where everything is in it. */
  readonly archive: (ending?: Ending) => Promise<ArchiveAnswer>;
  /** The articles about the same as one, the nearest first; undefined when there is none with this id. */
  readonly related: (id: string, ending?: Ending) => Promise<RelatedAnswer | undefined>;
  /** What is not as it should be in an article's file; undefined when there is none with this id. */
  readonly articleProblems: (
    id: string,
    ending?: Ending,
  ) => Promise<ArticleListAnswer<ProblemJson> | undefined>;
  /** An article's file as it is; undefined when there is none with this id, or the server does not give files. */
  readonly raw: (id: string, ending?: Ending) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A page of the values of a field, with how many of the articles that match have each. */
  readonly facet: (
    field: FacetField,
    parameters?: FilterParameters & Paging,
    ending?: Ending,
  ) => Promise<FacetAnswer>;
  /** How many articles match, over time. */
  readonly timeline: (
    parameters?: FilterParameters & { readonly interval?: TimelineInterval },
    ending?: Ending,
  ) => Promise<TimelineAnswer>;
  /** Words that the last word of `q` may become. */
  readonly suggest: (q: string, ending?: Ending) => Promise<SuggestionsAnswer>;
  /** A page of what is not as it should be in the files, or of one kind of it. */
  readonly problems: (
    parameters?: Paging & { readonly code?: ProblemCode },
    ending?: Ending,
  ) => Promise<ProblemsAnswer>;
  /**
   * What has changed since an earlier page of changes (its `meta.next`), page by page up to now; without
   * `since` one page, which says only from where on to ask. Rejects with `RequestError` of the kind
   * `changes-expired` when that is not known any more: all articles have then to be read once.
   */
  readonly changes: (
    parameters?: { readonly since?: string; readonly limit?: number },
    ending?: Ending,
  ) => AsyncGenerator<ChangesAnswer, void>;
} & Addresses;

type Paging = Pick<ListParameters, "limit" | "cursor">;

/**
 * Reaches the archive at an address, such as `http://127.0.0.1:8787`, or where it is mounted, such as
 * `https://news.example/archive`.
 */
export function createClient(baseUrl: string, options: ClientOptions = {}): Client {
  const base = baseUrl.replace(/\/+$/, "");
  const ask = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));

  async function get(url: string, accept: string, { signal }: Ending): Promise<Response> {
    const response = await ask(url, {
      headers: { Accept: accept, ...options.headers },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await requestError(url, response);
    return response;
  }

  const addresses = addressesAt(base);
  const { articleUrl, rawUrl } = addresses;

  /** What an address answers; the caller says what that is described to be. */
  async function json<Answer>(path: string, parameters: object, ending: Ending): Promise<Answer> {
    const response = await get(`${base}${path}${queryText(parameters)}`, jsonType, ending);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the address is described to answer
    return (await response.json()) as Answer;
  }

  const articles: Client["articles"] = (parameters = {}, ending = {}) =>
    json("/v1/articles", parameters, ending);

  async function* pages(
    parameters: ListParameters = {},
    ending: Ending = {},
  ): AsyncGenerator<ListJson, void> {
    let cursor = parameters.cursor;
    do {
      const page = await articles(
        { ...parameters, ...(cursor === undefined ? {} : { cursor }) },
        ending,
      );
      yield page;
      cursor = page.meta.nextCursor;
    } while (cursor !== undefined);
  }

  async function* everyArticle(
    parameters?: ListParameters,
    ending?: Ending,
  ): AsyncGenerator<HitJson, void> {
    for await (const page of pages(parameters, ending)) yield* page.data;
  }

  /** Undefined when there is no such article. */
  async function found(url: string, accept: string, ending: Ending): Promise<Response | undefined> {
    try {
      return await get(url, accept, ending);
    } catch (error) {
      if (error instanceof RequestError && notThere.has(error.kind)) return undefined;
      throw error;
    }
  }

  async function* changes(
    { since, limit }: { readonly since?: string; readonly limit?: number } = {},
    ending: Ending = {},
  ): AsyncGenerator<ChangesAnswer, void> {
    for (let next = since; ;) {
      const page: ChangesAnswer = await json("/v1/changes", { since: next, limit }, ending);
      yield page;
      if (page.meta.isLast) return;
      next = page.meta.next;
    }
  }

  /** What is at the address of an article, or below it; undefined when there is no such article. */
  async function ofArticle<Answer>(
    id: string,
    rest: string,
    ending: Ending,
  ): Promise<Answer | undefined> {
    const response = await found(`${articleUrl({ id })}${rest}`, jsonType, ending);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the address is described to answer
    return response && ((await response.json()) as Answer);
  }

  return {
    ...addresses,
    articles,
    pages,
    everyArticle,
    article: (id, parameters = {}, ending = {}) => ofArticle(id, queryText(parameters), ending),
    async articleText(id, suffix, ending = {}) {
      return (await found(articleUrl({ id }, suffix), "*/*", ending))?.text();
    },
    archive: (ending = {}) => json("/v1", {}, ending),
    related: (id, ending = {}) => ofArticle(id, "/related", ending),
    articleProblems: (id, ending = {}) => ofArticle(id, "/problems", ending),
    async raw(id, ending = {}) {
      const response = await found(rawUrl({ id }), "*/*", ending);
      return response && new Uint8Array(await response.arrayBuffer());
    },
    facet: (field, parameters = {}, ending = {}) => json(`/v1/facets/${field}`, parameters, ending),
    timeline: (parameters = {}, ending = {}) => json("/v1/timeline", parameters, ending),
    suggest: (q, ending = {}) => json("/v1/suggest", { q }, ending),
    problems: (parameters = {}, ending = {}) => json("/v1/problems", parameters, ending),
    changes,
  };
}
