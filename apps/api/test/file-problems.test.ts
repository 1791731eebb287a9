import type { ProblemCode } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { createApp, type AppOptions } from "../src/app.ts";
import type { ArchiveProblemsJson } from "../src/archive-problems.ts";
import type { ArticleProblemsJson } from "../src/article-problems.ts";
import { archiveOf, bodyOf, presentMs, river } from "./river-archive.ts";

/** The river's archive with a problem in each file. */
function flawed(options: Partial<AppOptions> = {}): ReturnType<typeof createApp> {
  const archive = archiveOf(
    river.map((draft, place) => ({
      ...draft,
      problems: [flaw(place === 0 ? "date-impossible" : "key-duplicate", `${draft.id}.md`)],
    })),
  );
  return createApp(archive, { now: () => presentMs, ...options });
}

function flaw(code: ProblemCode, path: string) {
  const sentences = { message: "It is so.", action: "Nothing.", remedy: "Mend it." };
  return { code, severity: "warning", path, line: 2, ...sentences } as const;
}

const ask = async (path: string, options: Partial<AppOptions> = {}) =>
  bodyOf<ArchiveProblemsJson>(await flawed(options).request(path));
const paths = ({ data }: ArchiveProblemsJson): string[] => data.map(({ path }) => path);

describe("problems of files", () => {
  it("are told of the articles that may be seen, and of no other", async () => {
    const body = await ask("/v1/problems");
    expect(paths(body).toSorted()).toEqual([
      "bridge-early.md",
      "ferry-hours.md",
      "old-note.md",
      "ស្ពាន.md",
    ]);
    expect(body.meta.total).toBe(4);
    expect(paths(await ask("/v1/problems", { drafts: true }))).toContain("hidden-draft.md");
    expect(paths(await ask("/v1/problems", { future: true }))).toContain("due-later.md");
  });

  it("come page by page", async () => {
    const seen: string[] = [];
    let next: string | undefined = "/v1/problems?limit=3";
    while (next !== undefined) {
      const page = await ask(next);
      seen.push(...paths(page));
      next = page.links.next;
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  it("are chosen by their kind", async () => {
    const body = await ask("/v1/problems?code=date-impossible&limit=2");
    expect(paths(body)).toEqual(["ferry-hours.md"]);
    expect(body.links.self).toBe("/v1/problems?code=date-impossible&limit=2");
    const response = await flawed().request("/v1/problems?code=date-imposible");
    expect(await response.json()).toMatchObject({
      status: 400,
      errors: [{ parameter: "code", suggestion: "date-impossible" }],
    });
  });

  it("are told of one article", async () => {
    const body = await bodyOf<ArticleProblemsJson>(
      await flawed().request("/v1/articles/ferry-hours/problems"),
    );
    expect(body.data).toEqual([flaw("date-impossible", "ferry-hours.md")]);
    expect(body.links.article).toBe("/v1/articles/ferry-hours");
  });

  it.for([
    ["may be seen", 1, ["id-duplicate"]],
    ["may not be seen", 0, []],
  ] as const)("tell of an article with the same id that %s", async ([, total, expected]) => {
    const problems = [flaw("id-duplicate", "ferry-hours.md")];
    const archive = archiveOf(river.map((draft) => ({ ...draft, problems })));
    const told = { ...archive, problems: async () => ({ problems: [], total }) };
    const response = await createApp(told, { now: () => presentMs }).request(
      "/v1/articles/ferry-hours/problems",
    );
    const { data } = await bodyOf<ArticleProblemsJson>(response);
    expect(data.map(({ code }) => code)).toEqual(expected);
  });
});

describe("while the index is built", () => {
  const app = createApp(archiveOf(river, { state: "building" }), { now: () => presentMs });

  it.for([
    "/v1/problems",
    "/v1/timeline",
    "/v1/facets/section",
    "/v1/articles/ferry-hours/related",
    "/v1/articles/nobody",
    "/v1/articles.csv",
    "/v1/articles.ndjson",
    "/feeds/all.atom",
  ])("%s says to come again rather than something wrong", async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({
      type: "/problem-types/unavailable",
      progress: 1,
    });
  });

  it("what is there already is given, and says that more will come", async () => {
    expect((await app.request("/v1/articles/ferry-hours")).status).toBe(200);
    const list = await app.request("/v1/articles");
    expect(list.headers.get("cache-control")).toBe("no-store");
    expect(await list.json()).toMatchObject({ meta: { totalRelation: "gte" } });
  });
});
