import { didYouMean, type Archive } from "@broadsheet/core";
import { Hono, type Context } from "hono";
import { answerRequest, keptResponse } from "./answer-request.ts";
import { archiveIndex } from "./archive-index.ts";
import { archiveProblems } from "./archive-problems.ts";
import { article } from "./article.ts";
import { ArticleFragments } from "./article-fragments.ts";
import { articleProblems } from "./article-problems.ts";
import { articles } from "./articles.ts";
import { changes } from "./changes.ts";
import { docs } from "./docs.ts";
import { facet } from "./facet.ts";
import { feeds } from "./feeds.ts";
import { guardOrigin, preflight, shareAnswer } from "./cors.ts";
import { Failure, failureResponse } from "./failure.ts";
import { guard } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { health, readiness } from "./health.ts";
import { keepAnswers, type KeptAnswers } from "./keep-answers.ts";
import { openApiDocument } from "./openapi-document.ts";
import { openApi } from "./openapi.ts";
import { problemType } from "./problem-type.ts";
import { publicAddress } from "./public-address.ts";
import { raw, type ReadRaw } from "./raw.ts";
import { related } from "./related.ts";
import { requestTarget } from "./request-target.ts";
import type { Resource } from "./resource.ts";
import type { Service } from "./service.ts";
import { suggest } from "./suggest.ts";
import { timeline } from "./timeline.ts";
import { version } from "./version.ts";
import { embargoWatch } from "./visibility.ts";

/** How an archive is served. */
export type AppOptions = {
  /** The current time in milliseconds since 1970: what is dated later is not served. */
  readonly now: () => number;
  /** Whether drafts are served; default: they are not. */
  readonly drafts?: boolean;
  /** Whether articles dated later than now are served; default: they are not. */
  readonly future?: boolean;
  /** Where the application is mounted, such as `/archive`; default: at the top. */
  readonly basePath?: string;
  /** Host names, without port, that are answered to; pages of other hosts are refused too. Absent: any is. */
  readonly allowedHosts?: readonly string[];
  /** Origins whose pages may read the answers (CORS), such as `https://news.example`; `*` for all. Default: none. */
  readonly cors?: readonly string[];
  /**
   * Where the world finds the archive, such as `https://news.example/archive`: whole addresses, as feeds have them,
   * begin with it, and all others with its path. Default: whole addresses begin as the archive's settings say,
   * otherwise with where each request was sent to, and all others with `basePath`.
   */
  readonly baseUrl?: string;
  /** Whether feeds hold articles whole; default: excerpts. */
  readonly fullText?: boolean;
  /** Whether pages show pictures that are elsewhere, which tells others who reads; default: links to them. */
  readonly remoteImages?: boolean;
  /** Reads the files of articles, for whoever asks for one as it is. Absent: there is no address for that. */
  readonly raw?: ReadRaw;
  /** Answers that are kept, and given by whoever keeps them before the application is asked. Absent: it keeps its own. */
  readonly answers?: KeptAnswers;
  /** Is told of errors that the client is not told of. */
  readonly report?: (error: unknown) => void;
};

/**
 * The HTTP interface of an archive, as a Hono application: it neither listens nor keeps time, and can be
 * mounted in another one. The archive stays the caller's to close.
 */
export function createApp(archive: Archive, options: AppOptions): Hono {
  const { basePath: mountPath = "", baseUrl, cors = [], report = () => {} } = options;
  const world = baseUrl === undefined ? undefined : publicAddress(baseUrl, mountPath);
  const basePath = `${world?.before ?? ""}${mountPath}`;
  const allowedHosts = options.allowedHosts && new Set(options.allowedHosts);
  const answers = options.answers ?? keepAnswers(archive, options.now);
  const give = options.answers === undefined ? answers.give : undefined;
  const visibility = { drafts: options.drafts ?? false, future: options.future ?? false };
  const service: Service = {
    archive,
    watch: answers.watch,
    embargo: embargoWatch(archive, visibility),
    visibility,
    now: options.now,
    basePath,
    origin: world?.origin,
    fragments: new ArticleFragments(),
    isShared: cors.length > 0,
    fullText: options.fullText ?? false,
    pictures: options.remoteImages === true ? "images" : "links",
  };
  const about = { version, basePath };
  const described: readonly Resource[] = [
    archiveIndex(service, { raw: options.raw !== undefined }),
    articles(service),
    article(service),
    related(service),
    articleProblems(service),
    ...(options.raw === undefined ? [] : [raw(service, options.raw)]),
    facet(service),
    timeline(service),
    suggest(service),
    changes(service),
    archiveProblems(service),
    ...feeds(service),
    problemType(),
    health(),
    readiness(service),
    ...docs(() => openApiDocument(described, about), basePath),
  ];
  const resources = [...described, openApi(described, about)];
  const paths = resources.flatMap(addresses);

  /** Every failure, wherever it happens, becomes a response here and only here. */
  const safely =
    (handle: (c: Context) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      try {
        guard(c, allowedHosts);
        guardOrigin(c, allowedHosts, cors);
        return shareAnswer(c, preflight(c, cors) ?? (await handle(c)), cors);
      } catch (error) {
        // Nobody is left to read it: 499 is what logs call that.
        if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
        return shareAnswer(c, failureResponse(error, basePath, report), cors);
      }
    };

  const app = new Hono();
  for (const resource of resources) {
    const read = safely((c) => answerRequest(c, service, resource, answers.store));
    for (const path of addresses(resource)) {
      app.get(path, (c) => (give && keptResponse(c, give)) ?? read(c));
      app.all(path, safely(methodNotAllowed));
    }
  }
  app.get(
    "/",
    safely(() => redirect(`${basePath}/v1`)),
  );
  app.all(
    "*",
    safely((c) => notFound(c, { mountPath, basePath }, paths)),
  );
  return app;
}

/** The path of a resource, and with each suffix; behind a parameter the suffix is a part of its value. */
function addresses({ path, formats }: Resource): readonly string[] {
  if (formats.length === 1 || /:\w+$/.test(path)) return [path];
  return [path, ...formats.map(({ suffix }) => `${path}.${suffix}`)];
}

function methodNotAllowed(c: Context): never {
  throw new Failure(
    "method-not-allowed",
    { detail: `${c.req.method} has no meaning here: the archive is only read.` },
    { Allow: "GET, HEAD" },
  );
}

function notFound(
  c: Context,
  { mountPath, basePath }: { readonly mountPath: string; readonly basePath: string },
  paths: readonly string[],
): never {
  const path = requestTarget(c.req.url).path.slice(mountPath.length);
  const trimmed = path.replace(/\/+$/, "");
  const plain = paths.filter((each) => !each.includes(":"));
  const meant =
    plain.find((each) => each === trimmed || each === `/v1${trimmed}`) ??
    didYouMean(trimmed, plain);
  throw new Failure("resource-not-found", {
    detail: `There is nothing at this address. ${
      meant === undefined ? `Begin at ${basePath}/v1.` : `Did you mean ${basePath}${meant}?`
    }`,
  });
}

function redirect(location: string): Response {
  return new Response(null, {
    status: 307,
    headers: { Location: location, "Content-Length": "0", ...securityHeaders },
  });
}
