import { describe, expect, it } from "vitest";
import { saysTheSame } from "../../src/article/headline.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

describe("a headline, a description and a lead", () => {
  it("are one line, in which a tab is a space", () => {
    const text = "# Rain\tcame\n\nIt rained\tall day. Nobody\tminded.\n";
    expect(parseArticle({ path: "rain.md", text }).article).toMatchObject({
      headline: "Rain came",
      description: "It rained all day.",
      lead: "It rained all day. Nobody minded.",
    });
  });

  it("have no spaces around them where a mark was cut off", () => {
    expect(parseArticle({ path: "a.md", text: "a\n។" }).article.headline).toBe("a");
  });
});

describe("saysTheSame", () => {
  it.for([
    ["The ferry stops", "the FERRY stops."],
    ["Le pont avance", "« Le pont avance »"],
    ["ស្ពាន\u200bថ្មី", "ស្ពានថ្មី"],
    ["Café", "Cafe\u0301"],
    ["🚢", "🚢"],
  ])("takes %s and %s for the same", ([one, other]) => {
    expect(saysTheSame(one ?? "", other ?? "")).toBe(true);
  });

  it.for([
    ["The ferry stops", "The ferry stopped"],
    ["កា", "កី"],
    ["🚢", "🌉"],
  ])("tells %s and %s apart", ([one, other]) => {
    expect(saysTheSame(one ?? "", other ?? "")).toBe(false);
  });
});
