import { createHash } from "node:crypto";
import type { Archive, ArticleJson, ListJson } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { archiveOf, bodyOf, presentMs, river, riverApp } from "./river-archive.ts";
import { createApp } from "../src/app.ts";

async function ask(path: string, accept?: string): Promise<Response> {
  const headers = accept === undefined ? {} : { Accept: accept };
  return riverApp().request(path, { headers });
}

type Form = readonly [suffix: string, type: string, part: string];

const listForms: readonly Form[] = [
  ["json", "application/json", '"data":['],
  ["ndjson", "application/x-ndjson", '{"id":"bridge-early"'],
  ["csv", "text/csv", "bridge-early,Bridge deck closes early"],
  ["rss", "application/rss+xml", "<title>Bridge deck closes early</title>"],
  ["atom", "application/atom+xml", "<id>http://localhost/v1/articles/bridge-early</id>"],
  ["feed.json", "application/feed+json", '"version":"https://jsonfeed.org/version/1.1"'],
];

const articleForms: readonly Form[] = [
  ["json", "application/json", '"headline":"The ferry keeps its winter hours"'],
  ["html", "text/html", '<h1 dir="auto">The ferry keeps its winter hours</h1>'],
  ["txt", "text/plain", "The ferry keeps its winter hours\n\n2024-05-02T08:15:00.000Z\n\nIt"],
  ["md", "text/markdown", 'title: "The ferry keeps its winter hours"'],
  ["jsonld", "application/ld+json", '"@type":"NewsArticle"'],
  [
    "ninjs.json",
    'application/json; profile="http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"',
    '"uri":"http://localhost/v1/articles/ferry-hours"',
  ],
];

describe.each([
  ["/v1/articles", listForms],
  ["/v1/articles/ferry-hours", articleForms],
] as const)("%s", (path, forms) => {
  it.for(forms)("is %s by its address and by Accept alike", async ([suffix, type, part]) => {
    const byAddress = await ask(`${path}.${suffix}`);
    const byHeader = await ask(path, type);
    const text = await byAddress.text();
    expect(byAddress.status).toBe(200);
    expect(byAddress.headers.get("content-type")).toContain(type);
    expect(text).toContain(part);
    expect(await byHeader.text()).toBe(text);
    expect(byHeader.headers.get("etag")).toBe(byAddress.headers.get("etag"));
    for (const { headers } of [byHeader, byAddress])
      expect(headers.get("vary")).toBe("Accept, Accept-Encoding");
    expect(byAddress.headers.get("link")).toBe(byHeader.headers.get("link"));
  });

  it("has no other form", async () => {
    expect((await ask(`${path}.doc`)).status).toBe(404);
    expect((await ask(path, "image/png")).status).toBe(406);
  });

  it("has a tag of its own for each form", async () => {
    const tags = await Promise.all(
      forms.map(async ([suffix]) => (await ask(`${path}.${suffix}`)).headers.get("etag")),
    );
    expect(new Set(tags).size).toBe(forms.length);
  });
});

describe("a list", () => {
  it("leads to its next page in its own form", async () => {
    for (const [suffix] of listForms.slice(1)) {
      const link = (await ask(`/v1/articles.${suffix}?limit=1`)).headers.get("link") ?? "";
      const next = /<([^>]+)>; rel="next"/.exec(link)?.[1] ?? "";
      expect(next).toContain(`/v1/articles.${suffix}?limit=1&cursor=`);
      const page = await ask(next);
      expect(page.headers.get("link")).toContain(`</v1/articles.${suffix}?limit=1>; rel="first"`);
      expect(await page.text()).toContain("ferry-hours");
    }
  });

  it("gives the keys that are asked for, and the id", async () => {
    const { data, links } = await bodyOf<ListJson>(
      await ask("/v1/articles?fields=headline&limit=1"),
    );
    expect(data).toEqual([{ id: "bridge-early", headline: "Bridge deck closes early" }]);
    expect(links?.next).toContain("fields=headline");
    const lines = await (await ask("/v1/articles.ndjson?fields=id&limit=2")).text();
    expect(lines).toBe('{"id":"bridge-early"}\n{"id":"ferry-hours"}\n');
  });

  it("shows where it matches when asked to", async () => {
    const query = "/v1/articles?q=deck&highlight=excerpt";
    const { data } = await bodyOf<ListJson>(await ask(query));
    expect(data[0]?.match?.excerpt).toEqual({
      text: "The deck closes on Monday.",
      highlights: [[4, 8]],
    });
  });

  it.for([
    ["?fields=headlin", { parameter: "fields", value: "headlin", suggestion: "headline" }],
    ["?highlight=all", { parameter: "highlight" }],
    ["?snippet=1", { parameter: "snippet", suggestion: "highlight" }],
    [".csv?fields=id", { parameter: "fields" }],
    [".rss?highlight=excerpt", { parameter: "highlight" }],
  ] as const)("refuses %s", async ([query, error]) => {
    const response = await ask(`/v1/articles${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [error] });
  });
});

describe("an article", () => {
  it("has its body in the forms that are asked for", async () => {
    const { body } = await bodyOf<ArticleJson>(
      await ask("/v1/articles/ferry-hours?body=html,markdown"),
    );
    expect(body).toEqual({
      html: '<p dir="auto">It leaves at six, bridge or no bridge.</p>',
      markdown: "It leaves at six, bridge or no bridge.\n",
    });
    expect(await (await ask("/v1/articles/ferry-hours?body=none&fields=body")).json()).toEqual({
      id: "ferry-hours",
      body: {},
    });
    expect((await ask("/v1/articles/ferry-hours.html?body=html")).status).toBe(400);
  });

  it("is a page that may show its own style and nothing else", async () => {
    const response = await ask("/v1/articles/ferry-hours", "text/html,*/*;q=0.8");
    const policy = response.headers.get("content-security-policy") ?? "";
    const style = /<style>([^]*?)<\/style>/.exec(await response.text())?.[1] ?? "";
    expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script|unsafe|img-src/);
  });

  it("shows pictures that are elsewhere only where that was asked for", async () => {
    const archive = archiveOf([
      {
        id: "boat",
        blocks: [{ type: "figure", lines: [9, 9], url: "https://images.example/a.jpg", alt: "A" }],
      },
    ]);
    const page = async (remoteImages: boolean): Promise<Response> =>
      createApp(archive, { now: () => presentMs, remoteImages }).request("/v1/articles/boat.html");
    expect(await (await page(false)).text()).not.toContain("<img");
    const shown = await page(true);
    expect(await shown.text()).toContain('<img src="https://images.example/a.jpg"');
    expect(shown.headers.get("content-security-policy")).toContain("img-src http: https:");
  });

  it("is hidden in every form when it may not be seen", async () => {
    for (const [suffix] of articleForms)
      expect((await ask(`/v1/articles/due-later.${suffix}`)).status).toBe(404);
  });
});

describe("feeds", () => {
  it.for([
    ["/feeds/all.rss", "The River Gazette", ["bridge-early", "ferry-hours", "old-note"]],
    ["/feeds/section/national.atom", "National · The River Gazette", ["ferry-hours"]],
    ["/feeds/section/NATIONAL.json?limit=1", "National · The River Gazette", ["ferry-hours"]],
    ["/feeds/tag/river.notes.rss", "river.notes · The River Gazette", ["ferry-hours"]],
    ["/feeds/search.atom?q=deck", "The River Gazette", ["bridge-early"]],
  ] as const)("are at %s", async ([path, title, ids]) => {
    const response = await ask(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain(title);
    for (const id of ids) expect(text).toContain(`http://localhost/v1/articles/${id}`);
    expect(text).not.toMatch(/hidden-draft|due-later/);
  });

  it("are RSS to who says nothing, and what a reader takes otherwise", async () => {
    expect((await ask("/feeds/all")).headers.get("content-type")).toContain("application/rss+xml");
    const atom = await ask("/feeds/all", "application/atom+xml, application/rss+xml;q=0.9");
    expect(atom.headers.get("content-type")).toContain("application/atom+xml");
  });

  it("name the section once", async () => {
    expect((await ask("/feeds/section/national.rss?section=business")).status).toBe(400);
  });

  it.for([
    "/feeds/all.json",
    "/feeds/all.rss",
    "/feeds/section/national.json",
    "/feeds/section/sport.json",
    "/feeds/tag/none-yet.atom",
    "/v1/articles.feed.json",
  ])("cannot say that the index is being built, so that %s is not there yet", async (path) => {
    const building = createApp(archiveOf(river, { state: "building" }), { now: () => presentMs });
    expect((await building.request(path)).status).toBe(503);
  });

  it("are empty, not missing, when there was no time to look for their articles", async () => {
    const archive = archiveOf(river);
    const search: Archive["search"] = async (...asked) => ({
      ...(await archive.search(...asked)),
      hits: [],
      total: 0,
      timedOut: true,
    });
    const late = createApp({ ...archive, search }, { now: () => presentMs });
    const response = await late.request("/feeds/section/national.rss");
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  });

  it("are there only of sections and keywords that articles to be seen have", async () => {
    for (const [path, hint] of [
      ["/feeds/section/nationl.rss", "Did you mean national?"],
      ["/feeds/tag/river.note.atom", "Did you mean river-notes?"],
      ["/feeds/section/sport.json", "stand at /v1/facets/section."],
      ["/feeds/section/secret.rss", "stand at /v1/facets/section."],
      ["/feeds/section/embargo.rss", "stand at /v1/facets/section."],
    ] as const) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain(hint);
    }
    for (const path of [
      "/feeds/section/national.rss?q=nothing",
      "/feeds/section/_none.rss?lang=ja",
      "/feeds/search.rss?section=nationl",
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });

  it("stand at the address that the world knows, and hold articles whole, where that was asked for", async () => {
    const app = createApp(archiveOf(river), {
      now: () => presentMs,
      baseUrl: "https://news.example/",
      fullText: true,
      basePath: "/archive",
    });
    const feed = await (await app.request("/feeds/all.json")).json();
    expect(feed).toMatchObject({
      feed_url: "https://news.example/archive/feeds/all.json",
      items: [{ content_html: '<p dir="auto">The deck closes on Monday.</p>' }, {}, {}, {}],
    });
  });
});
