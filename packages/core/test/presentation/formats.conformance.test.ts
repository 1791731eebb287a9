import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft04 from "ajv-draft-04";
import formats from "ajv-formats";
import fc from "fast-check";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { articleJsonLd } from "../../src/presentation/article-json-ld.ts";
import { articleNinjs } from "../../src/presentation/article-ninjs.ts";
import { atomFeed } from "../../src/presentation/atom.ts";
import { feedOf, type Feed } from "../../src/presentation/feed.ts";
import { jsonFeed } from "../../src/presentation/json-feed.ts";
import type { Publishing } from "../../src/presentation/publishing.ts";
import { rssFeed } from "../../src/presentation/rss.ts";
import { corpus } from "../corpora.ts";
import { anyArticle } from "./arbitrary-article.ts";
import { vocabularyFaults, type Vocabulary } from "./vocabulary-faults.ts";

// Each format is judged by its own standard's schema, which is shown to find what is wrong first.

const atomSchema = corpus("schemas/atom.rng");
const feedSchemas = corpus("schemas/json-feed-1.1.schema.json");
const vocabularyFile = corpus("schemas/schemaorg.jsonld");
const ninjs = corpus("formats/newsinjson");
const samples = join(import.meta.dirname, "../../../sample/articles");

const publisher = {
  name: "River & Press",
  url: "https://press.example/?a=b&c=d",
  logo: "https://press.example/logo.png",
};
const license = "https://creativecommons.org/licenses/by/4.0/";
const context = {
  timeZone: "UTC",
  name: "River",
  url: "https://river.example/a",
  publisher,
  license,
};
const url = fc.constantFrom("https://a.example/b?c=d&e=f", "https://images.example/a.jpg");

/** Articles as the archive has them: their addresses are addresses. */
const anyRealArticle: fc.Arbitrary<Article> = fc
  .tuple(anyArticle, url)
  .map(([article, address]) => ({
    ...article,
    ...(article.originUrl === undefined ? {} : { originUrl: address }),
    ...(article.image === undefined ? {} : { image: { url: address } }),
    ...(article.inLanguage === undefined ? {} : { inLanguage: "zh-Hant" }),
    figures: article.figures.map((figure) => ({ ...figure, url: address })),
  }));

/** The sample archive's articles, as another program would get them. */
function sampleArticles(): readonly Article[] {
  return readdirSync(samples, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(md|txt)$/.test(path))
    .map((path) => parseArticle({ path, text: readFileSync(join(samples, path), "utf8") }).article);
}

function feed(articles: readonly Article[], isWhole: boolean, publishing: Publishing = {}): Feed {
  return feedOf(
    { hits: articles.map((article) => ({ article, fileModifiedMs: Date.UTC(2024, 0, 1) })) },
    {
      ...publishing,
      name: "River & Road",
      selfUrl: "https://river.example/feeds/all.atom?limit=2&x=y",
      firstUrl: "https://river.example/feeds/all.atom",
      nextUrl: "https://river.example/feeds/all.atom?cursor=x",
      homeUrl: "https://river.example/",
      articleUrl: (id) =>
        `https://river.example/v1/articles/${encodeURIComponent(id.toWellFormed())}`,
      pictures: "links",
      ...(isWhole ? { whole: new Map(articles.map((article) => [article.id, article])) } : {}),
    },
  );
}

/** What stands at the other end: JSON holds no `undefined`. */
function received(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, "utf8")) as object;
}

const anyFeed = fc
  .tuple(
    fc.array(anyRealArticle, { maxLength: 3 }),
    fc.boolean(),
    fc.record({
      publisher: fc.constantFrom(undefined, { name: "Press" }, publisher),
      license: fc.constantFrom(undefined, "CC-BY-4.0", "<b>Terms</b>", license),
    }),
  )
  .map((parts) => feed(...parts));

describe.skipIf(atomSchema === undefined)("Atom, by its RELAX NG schema", () => {
  let validator: RelaxNGValidator;
  beforeAll(() => {
    validator = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(atomSchema ?? "")));
  });
  const check = (xml: string): void => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  };

  it("finds what is wrong", () => {
    const right = atomFeed(feed(sampleArticles(), false));
    expect(() => check(right.replace(/<updated>.*?<\/updated>/, ""))).toThrow("updated");
    expect(() =>
      check(right.replace("<title", "<headline").replace("</title", "</headline")),
    ).toThrow("element");
  });

  it("is what we write of the sample and of any articles", () => {
    check(atomFeed(feed(sampleArticles(), false)));
    check(atomFeed(feed(sampleArticles(), true)));
    fc.assert(fc.property(anyFeed, (any) => check(atomFeed(any))));
  });
});

describe("RSS", () => {
  it("is a document of XML, whatever the articles say", () => {
    fc.assert(
      fc.property(anyFeed, (any) => {
        const document = XmlDocument.fromString(rssFeed(any));
        expect(document.find("/rss/channel/item")).toHaveLength(any.items.length);
        const titles = document
          .find("/rss/channel/item/title")
          .map((title) => title.eval("string(.)"));
        document.dispose();
        expect(titles).toHaveLength(any.items.length);
      }),
    );
  });
});

describe.skipIf(feedSchemas === undefined)("JSON Feed, by its schema", () => {
  const judge = (): ((value: unknown) => string[]) => {
    const folder = join(feedSchemas ?? "", "..");
    const ajv = formats.default(new draft04.default({ strict: false, allErrors: true }));
    ajv.addSchema(
      readJson(join(folder, "json-feed-1.schema.json")),
      "https://json.schemastore.org/feed-1.json",
    );
    const validate = ajv.compile(readJson(join(folder, "json-feed-1.1.schema.json")));
    return (value) =>
      validate(value)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  it("finds what is wrong", () => {
    const right = received(jsonFeed(feed(sampleArticles(), false))) as object;
    expect(judge()({ ...right, title: 3 })).not.toEqual([]);
    expect(judge()({ ...right, items: [{}] })).not.toEqual([]);
  });

  it("is what we write of the sample and of any articles", () => {
    const faults = judge();
    expect(faults(received(jsonFeed(feed(sampleArticles(), true))))).toEqual([]);
    fc.assert(
      fc.property(anyFeed, (any) => {
        expect(faults(received(jsonFeed(any)))).toEqual([]);
      }),
    );
  });
});

describe.skipIf(ninjs === undefined)("ninjs 3.1, by the IPTC's schema", () => {
  let faults: (value: unknown) => string[];
  beforeAll(() => {
    const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
    // Places on a map: we write none, and the schema of GeoJSON is not at hand.
    ajv.addSchema({}, "https://geojson.org/schema/GeoJSON.json");
    const validate = ajv.compile(
      readJson(join(ninjs ?? "", "specification/ninjs-schema_3.1.json")),
    );
    faults = (value) =>
      validate(value)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  });

  const suite = (kind: string): readonly (readonly [string, unknown])[] =>
    ["3.0", "3.1"].flatMap((version) => {
      const folder = join(ninjs ?? "", "validation/test_suite", version, kind);
      return readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => [name, readJson(join(folder, name))] as const);
    });

  it("agrees with the IPTC's own suites", () => {
    const right = suite("should_pass");
    const wrong = suite("should_fail");
    expect(right.length + wrong.length).toBeGreaterThan(30);
    for (const [name, record] of right) expect([name, faults(record)]).toEqual([name, []]);
    for (const [name, record] of wrong) expect([name, faults(record)]).not.toEqual([name, []]);
  });

  it("is what we write of the sample and of any article", () => {
    for (const article of sampleArticles())
      expect(faults(received(articleNinjs(article, context)))).toEqual([]);
    fc.assert(
      fc.property(anyRealArticle, (article) => {
        expect(faults(received(articleNinjs(article, context)))).toEqual([]);
      }),
    );
  });
});

describe.skipIf(vocabularyFile === undefined)("JSON-LD, by the vocabulary of schema.org", () => {
  let vocabulary: Vocabulary;
  beforeAll(() => {
    vocabulary = readJson(vocabularyFile ?? "") as Vocabulary;
  });

  it("finds what is wrong", () => {
    const [article] = sampleArticles();
    const right = received(articleJsonLd(article as Article, context)) as object;
    expect(vocabularyFaults({ ...right, headlines: "x" }, vocabulary)).toHaveLength(1);
    expect(vocabularyFaults({ ...right, sha256: "x" }, vocabulary)).toHaveLength(1);
    expect(vocabularyFaults({ ...right, author: { "@type": "Place" } }, vocabulary)).toHaveLength(
      1,
    );
    expect(vocabularyFaults({ ...right, wordCount: "many" }, vocabulary)).toHaveLength(1);
    expect(vocabularyFaults({ ...right, datePublished: "yesterday" }, vocabulary)).toHaveLength(1);
  });

  it("is what we write of the sample and of any article", () => {
    for (const article of sampleArticles())
      expect(vocabularyFaults(received(articleJsonLd(article, context)), vocabulary)).toEqual([]);
    fc.assert(
      fc.property(anyRealArticle, (article) => {
        expect(vocabularyFaults(received(articleJsonLd(article, context)), vocabulary)).toEqual([]);
      }),
    );
  });
});
