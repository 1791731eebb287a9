import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

function parse(line: string, path = "a.md"): Article {
  return parseArticle({ path, text: `---\ntitle: A\n${line}\n---\nText.` }).article;
}

describe("a field", () => {
  it.for([
    ["_posts/2024-05-01-a.md", "categories: sport football", "sport", ["football"]],
    ["_posts/2024-05-01-a.md", "category: World News", "World News", []],
    ["_posts/2024-05-01-a.md", "categories: [World News]", "World News", []],
    ["content/a.md", "categories: World News", "World News", []],
  ] as const)("hold several names for Jekyll alone: %s, %s", ([path, line, section, keywords]) => {
    expect(parse(line, path)).toMatchObject({ section: { written: section }, keywords });
  });

  it.for(["tags: [a, b", "tags: ['a', \"b\"", 'tags: "[a, b]"'])(
    "hold a list that is not whole: %s",
    (line) => {
      expect(parse(line).keywords).toEqual(["a", "b"]);
    },
  );

  it("keeps a bracket that is part of a name", () => {
    expect(parse('tags: "[Video] the pier, ferries"').keywords).toEqual([
      "[Video] the pier",
      "ferries",
    ]);
    expect(parse('category: "[Local] News"').section?.written).toBe("[Local] News");
  });

  it("names one person in a list without what stands beside the name", () => {
    const authors = "authors: [Srey, 'Dara <dara@gazette.example>', 'Meas, Hun']";
    expect(parse(authors).author).toEqual(["Srey", "Dara", "Meas, Hun"]);
  });

  it("called `name` names an article when it has neither title nor text", () => {
    const named = parseArticle({
      path: "a.md",
      text: '---\nname: "The &amp; <b>Registry</b>"\n---\n',
    }).article;
    expect(named).toMatchObject({
      headline: "The & Registry",
      provenance: { inferred: ["headline"] },
    });
    expect(named.extra).toHaveProperty("name");
    const text = "---\nname: pier\n---\nThe pier opened.\n";
    expect(parseArticle({ path: "a.md", text }).article.headline).toBe("The pier opened");
  });
});
