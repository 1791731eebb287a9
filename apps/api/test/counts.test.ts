import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { archiveOf, bodyOf, presentMs, river, riverApp } from "./river-archive.ts";
import type { FacetJson } from "../src/facet.ts";
import type { TimelineJson } from "../src/timeline.ts";

async function get<Body>(path: string): Promise<Body> {
  const response = await riverApp().request(path);
  expect(response.status).toBe(200);
  return bodyOf(response);
}

describe("GET /v1/facets/{field}", () => {
  it("lists the values of a field, page by page", async () => {
    const first = await get<FacetJson>("/v1/facets/section?limit=2");
    expect(first.data).toEqual([
      { value: "national", label: "National", count: 2 },
      { value: "business", label: "Business", count: 1 },
    ]);
    expect(first.meta).toMatchObject({ field: "section", total: 3, timedOut: false });
    const second = await get<FacetJson>(first.links.next ?? "");
    expect(second.data).toEqual([{ value: null, label: "", count: 1 }]);
    expect(second.links.next).toBeUndefined();
  });

  it("comes to the last of many values", async () => {
    const many = Array.from({ length: 250 }, (_, place) => ({
      id: `article-${place}`,
      keywords: [`word-${place}`, "river"],
    }));
    const app = createApp(archiveOf([...many, { id: "plain" }]), { now: () => presentMs });
    const found: (string | null)[] = [];
    for (let next: string | undefined = "/v1/facets/tag?limit=60"; next !== undefined;) {
      const page: FacetJson = await bodyOf<FacetJson>(await app.request(next));
      expect(page.meta.total).toBe(252);
      found.push(...page.data.map(({ value }) => value));
      next = page.links.next;
    }
    expect([found.length, new Set(found).size]).toEqual([252, 252]);
    expect([found[0], found.at(-1)]).toEqual(["river", null]);
  });

  it("counts what matches, and nothing that may not be seen", async () => {
    const { data } = await get<FacetJson>("/v1/facets/lang?q=bridge");
    expect(data).toEqual([
      { value: "en", label: "en", count: 2 },
      { value: null, label: "", count: 1 },
    ]);
    expect(
      (await get<FacetJson>("/v1/facets/section")).data.map(({ value }) => value),
    ).not.toContain("secret");
  });

  it.for([
    ["/v1/facets/sektion", 404],
    ["/v1/facets/section?sort=oldest", 400],
    ["/v1/facets/section?facets=lang", 400],
    ["/v1/facets/section?fields=id", 400],
    ["/v1/facets/section?cursor=nonsense", 400],
    ["/v1/facets/section?cursor=past.1_2", 410],
  ] as const)("answers %s with %i", async ([path, status]) => {
    expect((await riverApp().request(path)).status).toBe(status);
  });

  it("says which field was probably meant", async () => {
    const body = await bodyOf<{ detail: string }>(await riverApp().request("/v1/facets/sections"));
    expect(body.detail).toContain("Did you mean section?");
  });
});

describe("GET /v1/timeline", () => {
  it("counts by month unless another stretch is asked for", async () => {
    const { data, meta } = await get<TimelineJson>("/v1/timeline");
    expect(data).toEqual([{ period: "2024-05", count: 2 }]);
    expect(meta).toMatchObject({ interval: "month", coarser: 1, undated: 1 });
    expect((await get<TimelineJson>("/v1/timeline?interval=year&section=national")).data).toEqual([
      { period: "2023", count: 1 },
      { period: "2024", count: 1 },
    ]);
    expect((await get<TimelineJson>("/v1/timeline?interval=day&q=deck")).data).toEqual([
      { period: "2024-05-03", count: 1 },
    ]);
  });

  it("shows nothing that is not due yet, and shows it when it is", async () => {
    let nowMs = presentMs;
    const app = createApp(archiveOf(river), { now: () => nowMs });
    const periods = async (): Promise<string[]> => {
      const { data } = await bodyOf<TimelineJson>(await app.request("/v1/timeline"));
      return data.map(({ period }) => period);
    };
    expect(await periods()).toEqual(["2024-05"]);
    nowMs = Date.UTC(2024, 5, 1, 13);
    expect(await periods()).toEqual(["2024-05", "2024-06"]);
  });

  it.for(["?interval=decade", "?limit=3", "?by=year", "?fields=id"])(
    "refuses %s",
    async (query) => {
      expect((await riverApp().request(`/v1/timeline${query}`)).status).toBe(400);
    },
  );
});
