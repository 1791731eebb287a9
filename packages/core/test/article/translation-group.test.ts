import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";

function articleAt(path: string, fields = ""): ReturnType<typeof parseArticle>["article"] {
  return parseArticle({ path, text: `---\ntitle: Ferry\n${fields}---\nIt left.` }).article;
}

describe("a translation group", () => {
  it.for([
    [["ferry.fr.md", "ferry.km.md", "ferry.pt-br.md"], "ferry"],
    [["content/en/post/ferry.md", "content/fr/post/ferry.md"], "content-post-ferry"],
    [["_posts/ja/2024-05-01-ferry.md", "_posts/cs/2024-05-01-ferry.md"], "_posts-2024-05-01-ferry"],
    [["news/ferry/index.fr.md", "news/ferry/index.km.md"], "news-ferry"],
    [["en/index.md", "fr/index.md"], "article-index"],
  ] as const)("is what is left of %j without the language", ([paths, group]) => {
    for (const path of paths) {
      const article = articleAt(path);
      expect(article.translationGroup).toBe(group);
      expect(article.provenance.inferred).toContain("translationGroup");
    }
  });

  it("is the id of the file beside it whose name has no language", () => {
    expect(articleAt("news/ferry.fr.md").translationGroup).toBe(articleAt("news/ferry.md").id);
    expect(articleAt("news/ferry.fr.md").id).not.toBe(articleAt("news/ferry.md").id);
  });

  it.for(["translationKey: river\n", "lang: fr\nref: river\n", "lang: fr\npage_id: river\n"])(
    "is the one that front matter gives: %j",
    (fields) => {
      const article = articleAt("content/fr/le-bac.md", fields);
      expect(article.translationGroup).toBe("river");
      expect(article.provenance.inferred).not.toContain("translationGroup");
      expect(article.extra).toEqual({});
    },
  );

  it("is none where nothing shows that there are translations", () => {
    for (const path of ["ferry.md", "2024/11/ferry.md", "it/servers.md", "ferry.v2.md"]) {
      expect("translationGroup" in articleAt(path)).toBe(false);
    }
    const article = articleAt("ferry.md", "ref: ART-12\n");
    expect("translationGroup" in article).toBe(false);
    expect(article.extra).toEqual({ ref: "ART-12" });
  });
});
