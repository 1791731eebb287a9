import type { ListJson } from "@broadsheet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { many, words } from "./many-articles.ts";
import { archiveOf, bodyOf, presentMs } from "./river-archive.ts";

const app = createApp(archiveOf(many), { now: () => presentMs });
const visible = new Set(
  many
    .filter(
      ({ date, draft }) => draft !== true && (date === undefined || Date.parse(date) <= presentMs),
    )
    .map(({ id }) => id),
);

async function list(query: string): Promise<ListJson> {
  const response = await app.request(`/v1/articles?${query}`);
  expect(response.status).toBe(200);
  return bodyOf(response);
}

/** Everything that a query finds, page by page. */
async function walk(query: string): Promise<string[]> {
  const found: string[] = [];
  let page = await list(query);
  for (;;) {
    found.push(...page.data.map((article) => article.id));
    if (page.links?.next === undefined) return found;
    page = await list(page.links.next.split("?")[1] ?? "");
  }
}

const anyFilter = fc
  .record(
    {
      q: fc.constantFrom(...words, "br*", "-ferry", '"bridge and"'),
      section: fc.constantFrom("national", "arts,business", "_none"),
      lang: fc.constantFrom("en", "zh,km", "_none"),
      from: fc.constantFrom("2023", "2024-03", "2024-05-01T00:00Z"),
      to: fc.constantFrom("2024", "2024-06-01", "2025"),
      sort: fc.constantFrom("newest", "oldest"),
    },
    { requiredKeys: [] },
  )
  .map((record) => String(new URLSearchParams(record)));

describe("lists", () => {
  it("walked by their cursors are one big page", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 40 }), async (filter, limit) => {
        const whole = await list(`${filter}&limit=500`);
        const walked = await walk(`${filter}&limit=${limit}`);
        expect(walked).toEqual(whole.data.map((article) => article.id));
        expect(walked).toHaveLength(whole.meta.total);
      }),
    );
  });

  it("and feeds are walked by the links of their headers as well", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFilter,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(/^\{"id":"([^"]*)"/gm, /articles\/(article-\d+)</g),
        async (filter, limit, ids) => {
          const path = ids.source.startsWith("^") ? "/v1/articles.ndjson" : "/feeds/search.atom";
          const found: (string | undefined)[] = [];
          let next: string | undefined = `${path}?${filter}&limit=${limit}`;
          while (next !== undefined) {
            const response = await app.request(next);
            found.push(...[...(await response.text()).matchAll(ids)].map(([, id]) => id));
            next = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
          }
          const whole = await list(`${filter}&limit=500`);
          expect(found).toEqual(whole.data.map((article) => article.id));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("in relevance order are walked as well", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...words),
        fc.integer({ min: 1, max: 9 }),
        async (word, limit) => {
          const query = `q=${encodeURIComponent(word)}&sort=relevance`;
          const whole = await list(`${query}&limit=500`);
          expect(await walk(`${query}&limit=${limit}`)).toEqual(whole.data.map(({ id }) => id));
        },
      ),
      { numRuns: 20 },
    );
  });

  it("with a higher limit only grow at their end", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 99 }), async (filter, limit) => {
        const short = await list(`${filter}&limit=${limit}`);
        const long = await list(`${filter}&limit=${limit + 1}`);
        expect(long.data.slice(0, short.data.length)).toEqual(short.data);
        expect(long.meta.total).toBe(short.meta.total);
      }),
    );
  });

  it("hold what may be seen and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        for (const id of await walk(`${filter}&limit=500`)) expect(visible).toContain(id);
      }),
    );
    expect(new Set(await walk(""))).toEqual(visible);
  });

  it("count in each field of one value as many as match without its filter", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const { facets } = await list(`${filter}&facets=section,lang,year`);
        for (const [field, counts] of Object.entries(facets ?? {})) {
          const open = new URLSearchParams(filter);
          for (const own of field === "year" ? ["from", "to"] : [field]) open.delete(own);
          const { meta } = await list(String(open));
          expect((counts ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(meta.total);
        }
      }),
    );
  });
});

describe("every article", () => {
  it("is the same in all of its forms, and in lists", async () => {
    const { data } = await list("limit=500");
    expect(data.length).toBe(visible.size);
    for (const { id, headline, datePublished } of data) {
      const text = async (suffix: string): Promise<string> =>
        (await app.request(`/v1/articles/${id}.${suffix}`)).text();
      const json = async (suffix: string): Promise<unknown> => JSON.parse(await text(suffix));
      const dated = datePublished === undefined ? {} : { datePublished };
      expect(await json("json")).toMatchObject({ id, headline, ...dated });
      expect(await json("jsonld")).toMatchObject({ identifier: id, headline, ...dated });
      expect(await json("ninjs.json")).toMatchObject({
        altIds: [{ value: id }],
        headlines: [{ value: headline }],
        // A year is no instant, and is not made one.
        ...(datePublished?.includes("T") === true ? { contentCreated: datePublished } : {}),
      });
      const said = datePublished === undefined ? [] : [datePublished];
      const [page, markdown] = [await text("html"), await text("md")];
      expect(/<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1]).toBe(headline);
      expect([...page.matchAll(/datetime="([^"]*)"/g)].map(([, each]) => each)).toEqual(said);
      expect(markdown).toContain(`title: ${JSON.stringify(headline)}\n`);
      expect(markdown).toContain(`code: ${JSON.stringify(id)}\n`);
      expect([...markdown.matchAll(/^date: (.*)$/gm)].map(([, each]) => each)).toEqual(said);
      expect(await text("txt")).toContain(headline);
    }
  });
});

describe("every address", () => {
  const anyPath = fc.oneof(
    anyFilter.map((filter) => `/v1/articles?${filter}`),
    fc.constantFrom("/v1", "/openapi.json", "/healthz", "/readyz", "/nowhere", "/v1/articles?x=y"),
    fc.constantFrom(...many.map(({ id }) => `/v1/articles/${id}`)),
    fc
      .tuple(anyFilter, fc.constantFrom("ndjson", "csv", "rss", "atom", "feed.json"))
      .map(([filter, suffix]) => `/v1/articles.${suffix}?${filter}`),
    fc
      .constantFrom("html", "txt", "md", "jsonld", "ninjs.json")
      .map((each) => `/v1/articles/article-1.${each}`),
  );

  it("answers HEAD with the headers of GET and no body", async () => {
    await fc.assert(
      fc.asyncProperty(anyPath, async (path) => {
        const [get, head] = [await app.request(path), await app.request(path, { method: "HEAD" })];
        expect([head.status, Object.fromEntries(head.headers)]).toEqual([
          get.status,
          Object.fromEntries(get.headers),
        ]);
        expect(await head.text()).toBe("");
        expect((await get.arrayBuffer()).byteLength).toBe(
          Number(get.headers.get("content-length")),
        );
      }),
    );
  });

  it("answers 304 to its own tag, and not to another's", async () => {
    await fc.assert(
      fc.asyncProperty(anyPath, anyPath, async (path, other) => {
        const [mine, others] = [await app.request(path), await app.request(other)];
        const etag = mine.headers.get("etag");
        fc.pre(etag !== null);
        const ask = async (tag: string): Promise<number> =>
          (await app.request(path, { headers: { "If-None-Match": tag } })).status;
        expect(await ask(etag)).toBe(304);
        const tag = others.headers.get("etag") ?? '"none"';
        expect(await ask(tag)).toBe(tag === etag ? 304 : 200);
        // Two addresses may answer the same lines under tags of their own, and never others under one.
        if (tag === etag) expect(await others.text()).toBe(await mine.text());
      }),
    );
  });
});
