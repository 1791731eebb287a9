import { describe, expect, it } from "vitest";
import { articleJson } from "../../src/presentation/article-json.ts";
import { anArticle } from "./an-article.ts";

const context = { timeZone: "UTC" };

describe("articleJson", () => {
  it("holds the body as text and as blocks", () => {
    const { body } = articleJson({ article: anArticle(), problems: [] }, context);
    expect(body.text).toBe("It leaves at six.");
    expect(body.blocks).toEqual(anArticle().blocks);
  });

  it("keeps what the front matter says that has no meaning here", () => {
    const article = anArticle({ extra: { layout: "post" } });
    expect(articleJson({ article, problems: [] }, context).extra).toEqual({
      layout: "post",
    });
  });

  it("tells what is wrong with the file", () => {
    const problem = {
      code: "file-unreadable" as const,
      severity: "error" as const,
      path: "2024/ferry.md",
      message: "The file cannot be read: EACCES.",
      action: "It is listed by its name, without text.",
      remedy: "Give permission to read it.",
    };
    const json = articleJson({ article: anArticle(), problems: [problem] }, context);
    expect(JSON.parse(JSON.stringify(json.problems))).toEqual([problem]);
  });
});
