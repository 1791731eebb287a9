import type { ListJson } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { archiveOf, bodyOf, presentMs, river, riverApp } from "./river-archive.ts";

async function list(
  query: string,
  app: ReturnType<typeof riverApp> = riverApp(),
): Promise<ListJson> {
  const response = await app.request(`/v1/articles${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  return bodyOf(response);
}

async function ids(query: string, app?: ReturnType<typeof riverApp>): Promise<string[]> {
  return (await list(query, app)).data.map((article) => article.id);
}

describe("GET /v1/articles", () => {
  it("gives what may be seen, newest first and undated last", async () => {
    expect(await ids("")).toEqual(["bridge-early", "ferry-hours", "ស្ពាន", "old-note"]);
  });

  it.for([
    ["?q=bridge", ["bridge-early", "ferry-hours", "old-note"]],
    ["?q=bridge&sort=relevance", ["bridge-early", "ferry-hours", "old-note"]],
    ["?q=bridge+-deck", ["ferry-hours", "old-note"]],
    ["?q=b*", ["bridge-early", "ferry-hours", "old-note"]],
    ["?q=bridge+dec*", ["bridge-early"]],
    ["?section=NATIONAL", ["ferry-hours", "ស្ពាន"]],
    ["?section=_none", ["old-note"]],
    ["?section=national&section=business&lang=en", ["bridge-early", "ferry-hours"]],
    ["?from=2024-05-03", ["bridge-early"]],
    ["?to=2024-05-02", ["ferry-hours", "ស្ពាន"]],
    ["?from=2023&to=2023", ["ស្ពាន"]],
    ["?sort=oldest&limit=2", ["ស្ពាន", "ferry-hours"]],
    [
      "?q=%E1%9E%9F%E1%9F%92%E1%9E%96%E1%9E%B6%E1%9E%93%E1%9E%90%E1%9F%92%E1%9E%98%E1%9E%B8",
      ["ស្ពាន"],
    ],
  ] as const)("understands %s", async ([query, expected]) => {
    expect(await ids(query)).toEqual(expected);
  });

  it("says what in a search was not understood, and answers it all the same", async () => {
    const { meta, data } = await list("?q=sektion:national");
    expect(data).toEqual([]);
    expect(meta.warnings).toMatchObject([
      { code: "unknown-field", offset: 0, length: 7, suggestion: "section" },
    ]);
    expect((await list("?q=section:national")).meta).not.toHaveProperty("warnings");
  });

  it("counts the fields that are asked for", async () => {
    const { facets } = await list("?facets=section,year");
    expect(facets).toEqual({
      section: [
        { value: "national", label: "National", count: 2 },
        { value: "business", label: "Business", count: 1 },
        { value: null, label: "", count: 1 },
      ],
      year: [
        { value: "2024", label: "2024", count: 2 },
        { value: "2023", label: "2023", count: 1 },
        { value: null, label: "", count: 1 },
      ],
    });
  });

  it("links to every article and to the next page, in the body and in the header", async () => {
    const response = await riverApp().request("/v1/articles?section=national&limit=1");
    const { data, links, meta } = await bodyOf<ListJson>(response);
    expect(data[0]?.links?.self).toBe("/v1/articles/ferry-hours");
    expect(links?.self).toBe("/v1/articles?section=national&limit=1");
    expect(links?.next).toBe(`/v1/articles?section=national&limit=1&cursor=${meta.nextCursor}`);
    expect(response.headers.get("link")).toBe(
      `<${links?.self}>; rel="self", <${links?.next}>; rel="next"`,
    );
    expect(await ids(`?${links?.next?.split("?")[1]}`)).toEqual(["ស្ពាន"]);
  });

  it("ends with a page that has no next one", async () => {
    const { links, meta } = await list("?limit=4");
    expect(links).not.toHaveProperty("next");
    expect(meta).not.toHaveProperty("nextCursor");
  });

  it("addresses ids of every script", async () => {
    const { data } = await list("?lang=km");
    expect((await riverApp().request(data[0]?.links?.self ?? "")).status).toBe(200);
  });

  it("puts the path before its links where it is mounted", async () => {
    const { links, data } = await list("?limit=1", riverApp({ basePath: "/archive" }));
    expect(links?.self).toBe("/archive/v1/articles?limit=1");
    expect(data[0]?.links?.self).toMatch(/^\/archive\/v1\/articles\//);
  });

  it("says that there may be more while the index is built, and gives nothing to keep", async () => {
    const app = createApp(archiveOf(river, { state: "building" }), { now: () => presentMs });
    const response = await app.request("/v1/articles");
    const { meta } = await bodyOf<ListJson>(response);
    expect(meta).toMatchObject({ totalRelation: "gte", building: { progress: 1 } });
    expect(response.headers.get("etag")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("gives nothing to keep when time ran out", async () => {
    const archive = archiveOf(river);
    const late = {
      ...archive,
      search: async (...asked: Parameters<typeof archive.search>) => ({
        ...(await archive.search(...asked)),
        timedOut: true,
      }),
    };
    const response = await createApp(late, { now: () => presentMs }).request("/v1/articles");
    expect((await bodyOf<ListJson>(response)).meta.timedOut).toBe(true);
    expect(response.headers.get("etag")).toBeNull();
  });
});

describe("drafts and articles that are not yet due", () => {
  const hidden = ["hidden-draft", "due-later"];
  const traces = /hidden|draft"?:true|due-later|secret|embargo|opens today|not yet told/i;

  it.for([
    "",
    "?q=bridge",
    "?q=opens",
    "?section=secret,embargo",
    "?lang=fr,ja",
    "?from=2024-05-04",
    "?facets=section,lang,year",
    "?section=business&facets=section,lang,year",
    "?sort=oldest",
  ])("leave no trace in %s", async (query) => {
    const { data, meta, facets } = await list(query);
    expect(JSON.stringify({ data, meta, facets })).not.toMatch(traces);
    expect(meta.total).toBeLessThanOrEqual(4);
  });

  it("leave no trace in cursors or on the pages they lead to", async () => {
    const seen = riverApp({ drafts: true, future: true });
    const app = riverApp();
    for (const { meta } of [await list("?limit=1", seen), await list("?limit=2", seen)]) {
      const text = await (await app.request(`/v1/articles?cursor=${meta.nextCursor}`)).text();
      expect(text).not.toMatch(traces);
    }
  });

  it("are not there by id either, in the same words as what never was", async () => {
    const app = riverApp();
    const answers = await Promise.all(
      [...hidden, "never-was"].map(async (id) => {
        const response = await app.request(`/v1/articles/${id}`);
        return `${response.status} ${(await response.text()).replaceAll(id, "ID")}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
  });

  it("are not counted at /v1", async () => {
    const archive = await (await riverApp().request("/v1")).json();
    expect(archive).toMatchObject({ articles: 4, lastPublished: "2024-05-03T08:15:00.000Z" });
  });

  it("are served when that was asked for at start", async () => {
    expect(await ids("?q=bridge", riverApp({ drafts: true }))).toContain("hidden-draft");
    expect(await ids("?q=bridge", riverApp({ drafts: true }))).not.toContain("due-later");
    expect(await ids("", riverApp({ future: true }))).toContain("due-later");
    expect(await ids("", riverApp({ future: true }))).not.toContain("hidden-draft");
    expect((await riverApp({ drafts: true }).request("/v1/articles/hidden-draft")).status).toBe(
      200,
    );
    expect((await riverApp({ future: true }).request("/v1/articles/due-later")).status).toBe(200);
  });
});

describe("entity tags", () => {
  it("answer 304 without a search to who has the same page", async () => {
    const archive = archiveOf(river.filter(({ id }) => id !== "due-later"));
    let searches = 0;
    const counted = {
      ...archive,
      search: (...asked: Parameters<typeof archive.search>) => {
        searches++;
        return archive.search(...asked);
      },
    };
    const app = createApp(counted, { now: () => presentMs });
    const etag = (await app.request("/v1/articles?q=bridge")).headers.get("etag") ?? "";
    const again = await app.request("/v1/articles?q=bridge", {
      headers: { "If-None-Match": etag },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("cache-control")).toBe("public, max-age=5, stale-while-revalidate=30");
    expect(searches).toBe(1);
  });

  it.for(["", "?q=bridge", "?section=business&facets=section"])(
    "never hide that an article is due: %s",
    async (query) => {
      let nowMs = presentMs;
      const app = createApp(archiveOf(river), { now: () => nowMs });
      const before = await app.request(`/v1/articles${query}`);
      const headers = { "If-None-Match": before.headers.get("etag") ?? "none" };
      expect((await app.request(`/v1/articles${query}`, { headers })).status).toBe(304);
      nowMs = Date.UTC(2024, 5, 1, 13);
      const after = await app.request(`/v1/articles${query}`, { headers });
      expect(after.status).toBe(200);
      expect(await after.text()).toMatch(/due-later|embargo/i);
    },
  );

  it("follow a clock that is set back", async () => {
    let nowMs = Date.UTC(2024, 5, 1, 14);
    const app = createApp(archiveOf(river), { now: () => nowMs });
    const late = (await app.request("/v1/articles")).headers.get("etag") ?? "";
    nowMs = presentMs;
    const early = await app.request("/v1/articles", { headers: { "If-None-Match": late } });
    expect(early.status).toBe(200);
    expect(await early.text()).not.toContain("due-later");
  });

  it("differ between a server that shows drafts and one that does not", async () => {
    const [one, other] = await Promise.all(
      [riverApp(), riverApp({ drafts: true })].map(async (app) =>
        app.request("/v1/articles?section=business"),
      ),
    );
    expect(one?.headers.get("etag")).not.toBe(other?.headers.get("etag"));
  });

  it("are the same for one question in two spellings", async () => {
    const [one, other] = await Promise.all(
      ["?section=national&section=BUSINESS&limit=2", "?limit=2&section=business,national"].map(
        async (query) => riverApp().request(`/v1/articles${query}`),
      ),
    );
    expect(one?.headers.get("etag")).toBe(other?.headers.get("etag"));
    expect(await one?.text()).toBe(await other?.text());
  });
});
