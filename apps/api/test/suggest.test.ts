import type { Archive, KnownWord } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { createApp, type AppOptions } from "../src/app.ts";
import type { SuggestionsJson } from "../src/suggest.ts";
import { archiveOf, bodyOf, presentMs, river } from "./river-archive.ts";

/** What the archive knows: of all articles, also of those that may not be seen. */
const known: readonly KnownWord[] = [
  { word: "bridge", articles: 6 },
  { word: "told", articles: 1 },
  { word: "all", articles: 1 },
  { word: "begun", articles: 1 },
];

function typing(options: Partial<AppOptions> = {}): {
  ask: (path: string) => Promise<Response>;
  asked: string[];
} {
  const asked: string[] = [];
  const archive: Archive = {
    ...archiveOf(river),
    suggest: async (typed) => {
      asked.push(typed);
      return { words: known };
    },
  };
  const app = createApp(archive, { now: () => presentMs, ...options });
  return { ask: async (path) => app.request(path), asked };
}

describe("words for what is being typed", () => {
  it("complete its last word, with how many articles have them", async () => {
    const { ask, asked } = typing();
    const body = await bodyOf<SuggestionsJson>(await ask("/v1/suggest?q=ferry+%22br"));
    expect(asked).toEqual(["br"]);
    expect(body.data).toEqual([
      { word: "bridge", text: 'ferry "bridge', articles: 3 },
      { word: "begun", text: 'ferry "begun', articles: 1 },
    ]);
  });

  it("are never those of drafts and of what is due later, unless these are served", async () => {
    const words = async (options: Partial<AppOptions>): Promise<string[]> => {
      const { data } = await bodyOf<SuggestionsJson>(await typing(options).ask("/v1/suggest?q=x"));
      return data.map(({ word }) => word).toSorted();
    };
    expect(await words({})).toEqual(["begun", "bridge"]);
    expect(await words({ drafts: true })).toEqual(["begun", "bridge", "told"]);
    expect(await words({ future: true })).toEqual(["all", "begun", "bridge"]);
  });

  it("are not kept when there was too little time to count the articles of one", async () => {
    const archive = archiveOf(river);
    const late: Archive = {
      ...archive,
      suggest: async () => ({ words: known }),
      search: async (...asked) => {
        const { text } = asked[0];
        const isLate = text?.type === "phrase" && text.text === "bridge";
        const page = await archive.search(...asked);
        return isLate ? { ...page, total: 0, timedOut: true } : page;
      },
    };
    const app = createApp(late, { now: () => presentMs });
    const response = await app.request("/v1/suggest?q=b");
    const { data, meta } = await bodyOf<SuggestionsJson>(response);
    expect(data).toEqual([{ word: "begun", text: "begun", articles: 1 }]);
    expect(meta.timedOut).toBe(true);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("are none behind a sign", async () => {
    const { ask, asked } = typing();
    expect((await bodyOf<SuggestionsJson>(await ask("/v1/suggest?q=ferry+("))).data).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("need something typed", async () => {
    const { ask } = typing();
    for (const query of ["", "?q=", "?q=++", "?q=a&limit=2", "?q=a&section=x"]) {
      expect((await ask(`/v1/suggest${query}`)).status).toBe(400);
    }
  });
});

describe("what was probably meant", () => {
  const meaning = (meant: string, options: Partial<AppOptions> = {}) => {
    const archive = archiveOf(river);
    const search: Archive["search"] = async (...asked) => ({
      ...(await archive.search(...asked)),
      ...(asked[1]?.limit === 20 ? { meant } : {}),
    });
    return createApp({ ...archive, search }, { now: () => presentMs, ...options });
  };
  const told = async (app: ReturnType<typeof meaning>): Promise<string | undefined> => {
    const response = await app.request("/v1/articles?q=brige+x");
    return (await bodyOf<{ meta: { meant?: string } }>(response)).meta.meant;
  };

  it("is told when articles that may be seen have its words", async () => {
    expect(await told(meaning("bridge x"))).toBe("bridge x");
  });

  it("is not told when only a draft has a word of it", async () => {
    expect(await told(meaning("told x"))).toBeUndefined();
    expect(await told(meaning("bridge OR told x"))).toBeUndefined();
    expect(await told(meaning('"in draft" x'))).toBeUndefined();
    expect(await told(meaning("told x", { drafts: true, future: true }))).toBe("told x");
  });
});
