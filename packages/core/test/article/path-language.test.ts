import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { languageInPath } from "../../src/article/path-language.ts";

describe("languageInPath", () => {
  it.for([
    ["content/km/ferry.md", "km"],
    ["_posts/pt-br/2024/ferry.md", "pt-BR"],
    ["source/zh_TW/ferry.md", "zh-TW"],
    ["news/ferry.fr.md", "fr"],
    ["en/news/ferry.km.md", "km"],
    ["en/news/ferry/index.hu.md", "hu"],
    ["en/fr/ferry.md", "fr"],
  ])("finds in %s the language %s", ([path, language]) => {
    expect(languageInPath(path ?? "")).toBe(language);
  });

  it.for([
    "ferry.md",
    "en.md",
    "it/servers.md",
    "eu/ferry.md",
    "news/ferry.v2.md",
    "us/ferry.md",
    "kh/ferry.md",
    "news/xx/ferry.md",
    "2024/11/ferry.md",
    "eng/ferry.md",
  ])("finds none in %s", (path) => {
    expect(languageInPath(path)).toBe(undefined);
  });
});

describe("an article whose text shows no language", () => {
  it("is in the one of its folder, before the archive's", () => {
    const { article } = parseArticle({ path: "hu/a.md", text: "Sok Dara" }, { language: "km" });
    expect(article.inLanguage).toBe("hu");
    expect(article.provenance.inferred).toContain("inLanguage");
  });

  it("is not, when it shows another", () => {
    const text = "The ferry left the landing at six, and nobody on the other side saw it come.";
    expect(parseArticle({ path: "hu/a.md", text }).article.inLanguage).toBe("en");
  });

  it("shows it in what is not code", () => {
    const code = "```js\nfunction getTheFerryOfTheRiver() { return this.is.the.code; }\n```\n";
    const text = `---\ntitle: Scaffold\n---\n## Получить паром\n\n${code}\n## Удалить паром\n\n${code}`;
    expect(parseArticle({ path: "a.md", text }).article.inLanguage).toBe("ru");
  });
});
