import type { ArticleJson, ArticleSummaryJson, HitJson, ListJson } from "@broadsheet/core";
import { queryText, type ListParameters } from "./list-parameters.ts";
import { requestError } from "./request-error.ts";

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
  /** The articles of all pages. */
  readonly everyArticle: (
    parameters?: ListParameters,
    ending?: Ending,
  ) => AsyncGenerator<HitJson, void>;
  /** An article in full; undefined when there is none with this id. */
  readonly article: (id: string, ending?: Ending) => Promise<ArticleJson | undefined>;
  /** An article in another form, by its suffix, such as `md` or `html`. */
  readonly articleText: (
    id: string,
    suffix: "html" | "txt" | "md" | "jsonld" | "ninjs.json",
    ending?: Ending,
  ) => Promise<string | undefined>;
  /** The address of an article in some form. */
  readonly articleUrl: (article: Pick<ArticleSummaryJson, "id">, suffix?: string) => string;
};

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

  const articleUrl: Client["articleUrl"] = ({ id }, suffix) =>
    `${base}/v1/articles/${encodeURIComponent(id)}${suffix === undefined ? "" : `.${suffix}`}`;

  async function articles(parameters: ListParameters = {}, ending: Ending = {}): Promise<ListJson> {
    const url = `${base}/v1/articles${queryText(parameters)}`;
    const response = await get(url, "application/json", ending);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the address is described to answer
    return (await response.json()) as ListJson;
  }

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
      if (error instanceof Error && "kind" in error && error.kind === "article-not-found")
        return undefined;
      throw error;
    }
  }

  return {
    articles,
    pages,
    everyArticle,
    async article(id, ending = {}) {
      const response = await found(articleUrl({ id }), "application/json", ending);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the address is described to answer
      return response && ((await response.json()) as ArticleJson);
    },
    async articleText(id, suffix, ending = {}) {
      return (await found(articleUrl({ id }, suffix), "*/*", ending))?.text();
    },
    articleUrl,
  };
}
