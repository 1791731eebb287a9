import { Failure } from "./failure.ts";
import type { Format } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Made, Plan, Resource } from "./resource.ts";
import { seenArticle } from "./seen.ts";
import { articleUrl, momentOf, withKey, type Moment, type Service } from "./service.ts";

/** Reads a file of the archive by its path in it; undefined when it cannot be read. */
export type ReadRaw = (path: string) => Uint8Array<ArrayBuffer> | undefined;

/** Bytes as they stand in the file, in whatever encoding: saved, never shown, so that nothing in them runs. */
const source: Format = { suffix: "raw", mediaType: "text/plain", contentType: "text/plain" };

/** `/v1/articles/{id}/raw`: the file itself. It is there only when that was asked for at the start. */
export function raw(service: Service, read: ReadRaw): Resource {
  async function make(moment: Moment, id: string, signal: AbortSignal): Promise<Made> {
    const { article, generation } = await seenArticle(service, moment, id, signal);
    const body = read(article.path);
    // Asked once more, since the file may have become a draft just before it was read.
    const after = await seenArticle(service, moment, id, signal);
    if (body === undefined || after.generation !== generation) {
      throw new Failure(
        "unavailable",
        { detail: "The file is being changed, or cannot be read." },
        { "Retry-After": "1" },
      );
    }
    return {
      body,
      headers: { "Content-Disposition": `attachment; filename*=UTF-8''${fileName(article.path)}` },
      links: { up: articleUrl(service, id) },
      isPartial: generation !== moment.status.generation,
    };
  }

  async function plan({ url, parts, signal }: Asked): Promise<Plan> {
    refuseParameters(url);
    const { id = "" } = parts;
    const moment = await momentOf(service);
    return { key: withKey(moment, id), make: () => make(moment, id, signal) };
  }

  return {
    path: "/v1/articles/:id/raw",
    operationId: "getArticleFile",
    summary: "The article's file as it is",
    description: "The file, to be saved",
    formats: [source],
    problems: ["article-not-found", "unavailable"],
    takesQuery: false,
    tagged: true,
    plan,
  };
}

/** The last part of a path as a header can say it (RFC 8187). */
function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).toWellFormed();
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
