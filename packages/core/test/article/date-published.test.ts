import { describe, expect, it } from "vitest";
import { type ParsedArticle, parseArticle } from "../../src/article/parse-article.ts";

function parse(path: string, header: string): ParsedArticle {
  const text = `---\ntitle: The ferry\n${header}---\nThe ferry left at six.\n`;
  return parseArticle({ path, text }, { timeZone: "Asia/Phnom_Penh" });
}

describe("an article without a date in its front matter", () => {
  it("appeared on the day in its path, in the archive's time zone, and says that it was inferred", () => {
    const { article, problems } = parse("_posts/2019-01-02-ferry.md", "");
    expect(article.datePublished).toEqual({
      written: "2019-01-02",
      precision: "day",
      offset: null,
      epochMs: Date.UTC(2019, 0, 1, 17),
      endMs: Date.UTC(2019, 0, 2, 17),
    });
    expect(article.provenance.inferred).toContain("datePublished");
    expect(problems).toEqual([]);
  });

  it.for(["path: 2014/12/12/ferry", "permalink: /km/2014/12/12/", "slug: /2014-12-12-ferry"])(
    "appeared on the day in its address: %s",
    (line) => {
      const { article } = parse("ferry.md", `${line}\n`);
      expect(article.datePublished).toMatchObject({ precision: "day", epochMs: 1_418_317_200_000 });
      expect(article.provenance.inferred).toContain("datePublished");
      expect(Object.keys(article.extra)).toEqual([line.replace(/:.*/, "")]);
    },
  );

  it("believes its path before its address", () => {
    const { article } = parse("2014-12-11-ferry.md", "permalink: /2014/12/12/ferry\n");
    expect(article.datePublished?.written).toBe("2014-12-11");
  });

  it("has none when there is no such day", () => {
    const { article, problems } = parse("2019-02-29-ferry.md", "");
    expect(article.datePublished).toBe(undefined);
    expect(article.provenance.inferred).not.toContain("datePublished");
    expect(problems).toMatchObject([{ code: "date-impossible", value: "2019-02-29" }]);
    expect(problems[0]).not.toHaveProperty("line");
  });

  it.for(["2567-01-02-ferry.md", "1446-01-02-ferry.md"])(
    "has none when the year in its path may be one of another calendar: %s",
    (path) => {
      const { article, problems } = parse(path, "");
      expect(article.datePublished).toBe(undefined);
      expect(problems).toMatchObject([{ code: "date-ambiguous", value: path.slice(0, 10) }]);
    },
  );

  it("takes the day in its path also where the written one cannot be read", () => {
    const { article, problems } = parse("2019-01-02-ferry.md", "date: soon\n");
    expect(article.datePublished?.written).toBe("2019-01-02");
    expect(problems).toMatchObject([{ code: "date-unreadable", line: 3 }]);
  });
});

describe("an article with a date in its front matter", () => {
  it("has that date, with a note when the day in its path is another", () => {
    const { article, problems } = parse("2019-01-02-ferry.md", "date: 2019-02-01\n");
    expect(article.datePublished?.written).toBe("2019-02-01");
    expect(article.provenance.inferred).not.toContain("datePublished");
    expect(problems).toMatchObject([
      {
        code: "date-differs",
        severity: "note",
        line: 3,
        value: "2019-02-01, in the path 2019-01-02",
      },
    ]);
  });

  it.for([
    "date: 2019-01-02",
    "date: 2019-01-01",
    "date: 2019-01-02T23:00:00-05:00",
    "date: 2019-01",
    "published: 2019-01-02",
  ])("is not noted where it may be the same day: %s", (line) => {
    expect(parse("2019-01-02-ferry.md", `${line}\n`).problems).toEqual([]);
  });

  it.for(["2567-11-26", "ឆ្នាំ២៥៦៨", "۱۴۰۳/۰۹/۰۶", "1446-05-24"])(
    "has none when its year may be one of another calendar: %s",
    (date) => {
      const { article, problems } = parse("ferry.md", `date: ${date}\nupdated: ${date}\n`);
      expect(article).not.toHaveProperty("datePublished");
      expect(article).not.toHaveProperty("dateModified");
      expect(problems.map(({ code, line }) => [code, line])).toEqual([
        ["date-ambiguous", 3],
        ["date-ambiguous", 4],
      ]);
    },
  );

  it("may be of a year to come or of the first newspapers", () => {
    for (const date of ["9999-12-31", "2100-01-01", "1605-07-01"])
      expect(parse("ferry.md", `date: ${date}\n`).article.datePublished?.written).toBe(date);
  });

  it("is not compared with a day in the path that does not exist", () => {
    expect(parse("2019-02-30-ferry.md", "date: 2019-03-02\n").problems).toEqual([]);
  });
});

describe("an article among drafts", () => {
  it("is one, whatever its front matter says", () => {
    expect(parse("_drafts/ferry.md", "").article.draft).toBe(true);
    expect(parse("_drafts/ferry.md", "draft: false\n").article.draft).toBe(true);
    expect(parse("drafts/ferry.md", "").article.draft).toBe(false);
  });
});

describe("a section's page", () => {
  it("is listed by its title, and needs no text", () => {
    const page = { path: "news/_index.md", text: "---\ntitle: News\n---\n" };
    const { article, problems } = parseArticle(page);
    expect(article).toMatchObject({ id: "news-_index", headline: "News" });
    expect(problems).toEqual([]);
  });
});
