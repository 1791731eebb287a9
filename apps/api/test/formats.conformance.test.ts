import type { ArticleSummaryJson, ListJson } from "@broadsheet/core";
import { parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, it } from "vitest";
import { corpus } from "../../../packages/core/test/corpora.ts";
import { memoryArchive } from "../../../packages/core/test/memory-archive.ts";
import {
  articlesIn,
  publishing,
  sampleArticles,
} from "../../../packages/core/test/presentation/any-feed.ts";
import { pageFaults } from "../../../packages/core/test/presentation/page-strangers.ts";
import type { Judge } from "../../../packages/core/test/presentation/schema-faults.ts";
import {
  atomJudge,
  jsonFeedJudge,
  jsonLdJudge,
  ninjsJudge,
  standardsAreHere,
} from "../../../packages/core/test/presentation/standards.ts";
import { createApp } from "../src/app.ts";
import { bodyOf } from "./river-archive.ts";

// What goes over HTTP, of the sample and of the oddest files that are known, as each standard has it.

const odd = corpus("edge");

describe.skipIf(!standardsAreHere || odd === undefined).each([
  ["the sample", sampleArticles],
  ["odd files", () => articlesIn(odd ?? "")],
])("over HTTP %s is in order", (_, read) => {
  let app: ReturnType<typeof createApp>;
  let data: ListJson["data"];
  beforeAll(async () => {
    const byId = new Map(read().map((article) => [article.id, { article, body: "" }]));
    const archive = memoryArchive([...byId.values()], publishing);
    app = createApp(archive, { now: () => Date.UTC(2100, 0), drafts: true, fullText: true });
    ({ data } = await bodyOf<ListJson>(await app.request("/v1/articles?limit=500")));
  });

  const textAt = async (path: string): Promise<string> => {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  const expectFaultless = async (suffix: string, judge: Judge): Promise<void> => {
    for (const { id } of data) {
      const text = await textAt(`/v1/articles/${encodeURIComponent(id)}.${suffix}`);
      expect([id, judge(suffix === "html" ? text : JSON.parse(text))]).toEqual([id, []]);
    }
  };

  it("in Atom", async () => {
    expect(atomJudge()(await textAt("/feeds/all.atom?limit=500"))).toEqual([]);
  });

  it("in JSON Feed", async () => {
    expect(jsonFeedJudge()(JSON.parse(await textAt("/feeds/all.json?limit=500")))).toEqual([]);
  });

  it("in RSS", async () => {
    const { items = [] } = parseRssFeed(await textAt("/feeds/all.rss?limit=500"));
    const shown = ({ headline }: ArticleSummaryJson): string => headline.trim();
    expect(items.length).toBeGreaterThan(20);
    expect(items.map(({ title }) => title)).toEqual(data.map(shown));
  });

  it("in ninjs", async () => {
    await expectFaultless("ninjs.json", ninjsJudge());
  });

  it("in JSON-LD", async () => {
    await expectFaultless("jsonld", jsonLdJudge());
  });

  it("in HTML", async () => {
    await expectFaultless("html", (page) => pageFaults(String(page)));
  });
});
