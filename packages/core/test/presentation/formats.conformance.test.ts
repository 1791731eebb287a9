import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articleJsonLd } from "../../src/presentation/article-json-ld.ts";
import { articleNinjs } from "../../src/presentation/article-ninjs.ts";
import { atomFeed } from "../../src/presentation/atom.ts";
import { jsonFeed } from "../../src/presentation/json-feed.ts";
import { anyFeed, anyRealArticle, feed, publishing, sampleArticles } from "./any-feed.ts";
import type { Judge } from "./schema-faults.ts";
import {
  atomJudge,
  jsonFeedJudge,
  jsonLdJudge,
  ninjsJudge,
  ninjsSuite,
  standardsAreHere,
} from "./standards.ts";

// Each format is judged by its own standard's schema, which is shown to find what is wrong first.

const context = {
  timeZone: "UTC",
  name: "River",
  url: "https://river.example/a",
  ...publishing,
};

/** What stands at the other end: JSON holds no `undefined`. */
function received(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function judgeAny<Value>(any: fc.Arbitrary<Value>, faults: (value: Value) => string[]): void {
  fc.assert(
    fc.property(any, (value) => {
      expect(faults(value)).toEqual([]);
    }),
  );
}

describe.skipIf(!standardsAreHere)("Atom, by its RELAX NG schema", () => {
  let faults: Judge;
  beforeAll(() => {
    faults = atomJudge();
  });

  it("finds what is wrong", () => {
    const right = atomFeed(feed(sampleArticles(), false));
    expect(faults(right.replace(/<updated>.*?<\/updated>/, ""))[0]).toContain("updated");
    const renamed = right.replace("<title", "<headline").replace("</title", "</headline");
    expect(faults(renamed)[0]).toContain("element");
  });

  it("is what we write of the sample and of any articles", () => {
    expect(faults(atomFeed(feed(sampleArticles(), false)))).toEqual([]);
    expect(faults(atomFeed(feed(sampleArticles(), true)))).toEqual([]);
    judgeAny(anyFeed, (any) => faults(atomFeed(any)));
  });
});

describe.skipIf(!standardsAreHere)("JSON Feed, by its schema", () => {
  let faults: Judge;
  beforeAll(() => {
    faults = jsonFeedJudge();
  });

  it("finds what is wrong", () => {
    const right = received(jsonFeed(feed(sampleArticles(), false)));
    expect(faults({ ...right, title: 3 })).not.toEqual([]);
    expect(faults({ ...right, items: [{}] })).not.toEqual([]);
  });

  it("is what we write of the sample and of any articles", () => {
    expect(faults(received(jsonFeed(feed(sampleArticles(), true))))).toEqual([]);
    judgeAny(anyFeed, (any) => faults(received(jsonFeed(any))));
  });
});

describe.skipIf(!standardsAreHere)("ninjs 3.1, by the IPTC's schema", () => {
  let faults: Judge;
  beforeAll(() => {
    faults = ninjsJudge();
  });

  it("agrees with the IPTC's own suites", () => {
    const right = ninjsSuite("should_pass");
    const wrong = ninjsSuite("should_fail");
    expect(right.length + wrong.length).toBeGreaterThan(30);
    for (const [name, record] of right) expect([name, faults(record)]).toEqual([name, []]);
    for (const [name, record] of wrong) expect([name, faults(record)]).not.toEqual([name, []]);
  });

  it("is what we write of the sample and of any article", () => {
    for (const article of sampleArticles())
      expect(faults(received(articleNinjs(article, context)))).toEqual([]);
    judgeAny(anyRealArticle, (article) => faults(received(articleNinjs(article, context))));
  });
});

describe.skipIf(!standardsAreHere)("JSON-LD, by the vocabulary of schema.org", () => {
  let faults: Judge;
  beforeAll(() => {
    faults = jsonLdJudge();
  });

  it("finds what is wrong", () => {
    const [article] = sampleArticles();
    const right = received(articleJsonLd(article as Article, context));
    for (const wrong of [
      { "@context": undefined },
      { headlines: "x" },
      { sha256: "x" },
      { author: { "@type": "Place" } },
      { wordCount: "many" },
      { datePublished: "yesterday" },
    ])
      expect(faults({ ...right, ...wrong })).toHaveLength(1);
  });

  it("is what we write of the sample and of any article", () => {
    for (const article of sampleArticles())
      expect(faults(received(articleJsonLd(article, context)))).toEqual([]);
    judgeAny(anyRealArticle, (article) => faults(received(articleJsonLd(article, context))));
  });
});
