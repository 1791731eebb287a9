import type { Archive, ArticleJson, RelatedOptions } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import type { RelatedJson } from "../src/related.ts";
import { archiveOf, bodyOf, presentMs, river } from "./river-archive.ts";

/** An archive in which every article is related to all others that may be compared. */
function relatives(): { archive: Archive; asked: RelatedOptions[] } {
  const asked: RelatedOptions[] = [];
  const archive = archiveOf(river);
  const related: Archive["related"] = async (id, options = {}) => {
    asked.push(options);
    const { hits } = await archive.search(options.among!, { limit: 50 });
    const articles = hits.map(({ article }) => article).filter((article) => article.id !== id);
    return { articles };
  };
  return { archive: { ...archive, related }, asked };
}

const ids = ({ data }: RelatedJson): string[] => data.map(({ id }) => id);

describe("articles about the same", () => {
  it("are those that may be seen", async () => {
    const { archive, asked } = relatives();
    const app = createApp(archive, { now: () => presentMs, basePath: "/archive" });
    const body = await bodyOf<RelatedJson>(await app.request("/v1/articles/ferry-hours/related"));
    expect(ids(body)).toEqual(["bridge-early", "ស្ពាន", "old-note"]);
    expect(asked[0]?.among).toMatchObject({ drafts: false, visibleAtMs: presentMs });
    expect(body.links).toEqual({
      self: "/archive/v1/articles/ferry-hours/related",
      article: "/archive/v1/articles/ferry-hours",
    });
    expect(body.data[0]?.links?.self).toBe("/archive/v1/articles/bridge-early");
  });

  it("are not told of what may not be seen", async () => {
    const { archive, asked } = relatives();
    const app = createApp(archive, { now: () => presentMs });
    for (const id of ["hidden-draft", "due-later", "nobody"]) {
      expect((await app.request(`/v1/articles/${id}/related`)).status).toBe(404);
      expect((await app.request(`/v1/articles/${id}/problems`)).status).toBe(404);
      expect((await app.request(`/v1/articles/${id}?include=related`)).status).toBe(404);
    }
    expect(asked).toEqual([]);
  });

  it("show the keys that are asked for", async () => {
    const app = createApp(relatives().archive, { now: () => presentMs });
    const response = await app.request("/v1/articles/old-note/related?fields=headline");
    const { data } = await bodyOf<RelatedJson>(response);
    expect(data[0]).toEqual({ id: "bridge-early", headline: "Bridge deck closes early" });
  });

  it("come with the article when that is asked for", async () => {
    const app = createApp(relatives().archive, { now: () => presentMs });
    const ask = async (query: string): Promise<ArticleJson & { related?: { id: string }[] }> =>
      bodyOf(await app.request(`/v1/articles/old-note${query}`));
    expect((await ask("?include=related&fields=headline")).related?.map(({ id }) => id)).toEqual([
      "bridge-early",
      "ferry-hours",
      "ស្ពាន",
    ]);
    expect((await ask("")).related).toBeUndefined();
    expect((await app.request("/v1/articles/old-note?include=all")).status).toBe(400);
  });

  it("belong to one state of the archive, or are kept by nobody", async () => {
    const { archive } = relatives();
    let number = 0;
    let steady = true;
    const status: Archive["status"] = async () => ({
      ...(await archive.status()),
      generation: steady ? "memory.1" : `memory.${number++}`,
    });
    const app = createApp({ ...archive, status }, { now: () => presentMs, future: true });
    const ask = async (): Promise<string | null> =>
      (await app.request("/v1/articles/old-note/related")).headers.get("cache-control");
    steady = false;
    expect(await ask()).toBe("no-store");
  });
});
