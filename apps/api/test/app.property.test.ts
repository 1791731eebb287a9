import { parameters, type ListJson, type Parameter } from "@broadsheet/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaFaults } from "../../../packages/core/test/presentation/schema-faults.ts";
import { createApp } from "../src/app.ts";
import type { OpenApiDocument } from "../src/openapi-document.ts";
import { archiveOf, bodyOf, presentMs, type Draft } from "./river-archive.ts";

const words = ["bridge", "ferry", "road", "river", "ស្ពាន", "橋"];
const sections = ["National", "Business", "Arts"];
const languages = ["en", "km", "zh-Hant"];

/** Articles with ties, gaps, coarse dates, drafts and embargoes: more than a page of them. */
const many: readonly Draft[] = Array.from({ length: 90 }, (_, place) => {
  const date = [undefined, "2023", `2024-0${(place % 8) + 1}-01T00:00Z`][place % 3];
  const section = [...sections, undefined][place % 4];
  const inLanguage = [...languages, undefined][place % 5];
  return {
    id: `article-${place}`,
    headline: `${words[place % 6]} ${words[place % 7] ?? ""}`,
    body: `${words[place % 5]} and ${words[place % 4]}`,
    draft: place % 10 === 9,
    ...(date === undefined ? {} : { date }),
    ...(section === undefined ? {} : { section }),
    ...(inLanguage === undefined ? {} : { inLanguage }),
  };
});
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

describe("every address", () => {
  const anyPath = fc.oneof(
    anyFilter.map((filter) => `/v1/articles?${filter}`),
    fc.constantFrom("/v1", "/openapi.json", "/healthz", "/readyz", "/nowhere", "/v1/articles?x=y"),
    fc.constantFrom(...many.map(({ id }) => `/v1/articles/${id}`)),
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
        expect(Buffer.byteLength(await get.text())).toBe(Number(get.headers.get("content-length")));
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
        const differs = (await mine.text()) !== (await others.text());
        expect(await ask(others.headers.get("etag") ?? '"none"')).toBe(differs ? 200 : 304);
      }),
    );
  });
});

describe("whatever is asked", () => {
  let document: OpenApiDocument;
  beforeAll(async () => {
    document = await bodyOf(await app.request("/openapi.json"));
  });

  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "",
      "%00",
      "../../etc/passwd",
      "' OR 1=1 --",
      '"',
      "*",
      "-",
      "NEAR(a b)",
      "1e999",
      "\u202e",
    ),
    fc.integer().map(String),
    fc.string({ unit: "grapheme", minLength: 1_001, maxLength: 1_200 }),
  );
  const anyInstant = fc
    .date({ min: new Date("1500-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());

  /** What a parameter is described to take. */
  const rightValue = ({ form, example }: Parameter): fc.Arbitrary<string> => {
    switch (form.type) {
      case "choice":
        return fc.constantFrom(...form.values);
      case "list":
        return fc.subarray([...(form.values ?? [example, "_none"])], { minLength: 1 }).map(String);
      case "integer":
        return fc.integer({ min: form.minimum, max: form.maximum }).map(String);
      case "date":
        return fc.oneof(fc.constantFrom("2024", "2024-05", "2024-05-01"), anyInstant);
      case "text":
        return fc.constantFrom(...words, '"a b" -c d*');
      case "cursor":
        return fc.constant(example);
    }
  };
  const anyEntry = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .constantFrom(...parameters)
        .chain((parameter) =>
          fc.tuple(
            fc.constant<string>(parameter.name),
            fc.oneof(
              { weight: 5, arbitrary: rightValue(parameter) },
              { weight: 1, arbitrary: hostile },
            ),
          ),
        ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.string({ unit: "binary" }), fc.string()) },
  );
  const anyRequest = fc.record({
    path: fc.oneof(
      { weight: 5, arbitrary: fc.constant("/v1/articles") },
      {
        weight: 2,
        arbitrary: fc
          .oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom("article-1", "article-9", "a/b", "%"),
          )
          .filter((id) => !["", ".", ".."].includes(id))
          .map((id) => `/v1/articles/${encodeURIComponent(id.toWellFormed())}`),
      },
      { weight: 1, arbitrary: fc.constantFrom("/v1", "/healthz", "/readyz", "/openapi.json") },
    ),
    entries: fc.uniqueArray(anyEntry, { selector: ([name]) => name, maxLength: 4 }),
    accept: fc.constantFrom(
      "*/*",
      "application/json",
      "*/*",
      "text/html",
      "application/json;q=0",
      ",;=",
    ),
  });

  it("is answered as it is described, and never by a fault of ours", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ path, entries, accept }) => {
        const query = new URLSearchParams(
          entries.map(([name, value]): [string, string] => [name, value]),
        );
        const response = await app.request(
          `${path}${entries.length > 0 ? `?${String(query)}` : ""}`,
          {
            headers: { Accept: accept },
          },
        );
        if (response.status === 200) answered++;
        expect(response.status).toBeLessThan(500);
        const template = path.startsWith("/v1/articles/") ? "/v1/articles/{id}" : path;
        const described = document.paths[template]?.get.responses[response.status];
        const mediaType = response.headers.get("content-type") ?? "";
        const content = described?.content ?? {};
        expect(Object.keys(content)).toEqual([mediaType]);
        const schema = content[mediaType]?.schema ?? { enum: [] };
        const named = document.components.schemas;
        const faults =
          template === "/openapi.json"
            ? []
            : schemaFaults(JSON.parse(await response.text()), schema, named);
        expect(faults).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(answered).toBeGreaterThan(300);
  });
});
