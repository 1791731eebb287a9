import { everything, listJson, type Archive, type ListJson } from "@broadsheet/core";
import { expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { ArticleFragments } from "../src/article-fragments.ts";
import { many } from "./many-articles.ts";
import { archiveOf, bodyOf, presentMs } from "./river-archive.ts";

it("a list that is joined has the very bytes that it would be written with", async () => {
  const archive = archiveOf(many);
  const search: Archive["search"] = async (...asked) => {
    page = await archive.search(...asked);
    return page;
  };
  let page: Awaited<ReturnType<Archive["search"]>> | undefined;
  const app = createApp({ ...archive, search }, { now: () => presentMs });
  const queries = [
    "",
    "q=bridge",
    "q=ferry&highlight=excerpt",
    "q=road&sort=relevance&facets=lang",
  ];
  for (const [place, query] of [
    ...queries,
    ...queries,
    "q=nothing",
    "limit=1",
    "q=橋&limit=50",
  ].entries()) {
    const text = await (await app.request(`/v1/articles?${query}&to=${2030 + place}`)).text();
    const links = {
      article: (id: string) => `/v1/articles/${id}`,
      list: (cursor?: string) =>
        (JSON.parse(text) as ListJson).links?.[cursor ? "next" : "self"] ?? "",
    };
    const written = listJson(page!, { timeZone: "UTC", links });
    expect(text).toBe(`${JSON.stringify(written)}\n`);
    const lines = await (
      await app.request(`/v1/articles.ndjson?${query}&to=${2030 + place}`)
    ).text();
    expect(lines).toBe(written.data.map((each) => `${JSON.stringify(each)}\n`).join(""));
  }
});

it("an article is written anew in the next generation", async () => {
  const archive = archiveOf(many);
  let generation = "memory.1";
  let headline = "Before";
  const search: Archive["search"] = async (...asked) => {
    const page = await archive.search(...asked);
    const hits = page.hits.map((hit) => ({ ...hit, article: { ...hit.article, headline } }));
    return { ...page, hits, generation };
  };
  const app = createApp({ ...archive, search }, { now: () => presentMs });
  const first = async (query: string): Promise<string | undefined> =>
    (await bodyOf<ListJson>(await app.request(`/v1/articles?${query}`))).data[0]?.headline;
  expect(await first("limit=1")).toBe("Before");
  headline = "After";
  expect(await first("limit=2")).toBe("Before");
  generation = "memory.2";
  expect(await first("limit=3")).toBe("After");
});

it("what is kept of articles holds no memory beside its bytes", async () => {
  const page = await archiveOf(many).search(everything);
  const kept = new ArticleFragments().hitsOf(page, { timeZone: "UTC" }).map(([open]) => open);
  expect(kept.map((bytes) => bytes?.buffer.byteLength)).toEqual(
    kept.map((bytes) => bytes?.byteLength),
  );
});
