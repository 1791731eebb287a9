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

  it("are not taken from an item that only names the items inside it", () => {
    const text = "# Changes\n\n- **harbour**:\n  - A new pier was built.\n- ferry: gone\n";
    expect(parseArticle({ path: "a.md", text }).article.lead).toBe("A new pier was built.");
  });

  it("have no spaces around them where a mark was cut off", () => {
    expect(parseArticle({ path: "a.md", text: "a\n។" }).article.headline).toBe("a");
  });
});

describe("a heading before any text", () => {
  function headlineOf(text: string): string {
    return parseArticle({ path: "a.md", text }).article.headline;
  }

  it.for(["# One\n\nText.\n", "One\n===\n\nText.\n", "### One\n\nText.\n\n#### Two\n\nMore.\n"])(
    "is the headline: %j",
    (text) => {
      expect(headlineOf(text)).toBe("One");
    },
  );

  it("is none when it is small and others like it follow", () => {
    expect(headlineOf("### One\n\nText is here.\n\n### Two\n\nMore.\n")).toBe("Text is here");
  });

  it("is the headline all the same when it says what the file is called", () => {
    const text = "### Prove payments\n\nText is here.\n\n### Two\n\nMore.\n";
    expect(parseArticle({ path: "en/prove-payment.md", text }).article.headline).toBe(
      "Prove payments",
    );
    expect(parseArticle({ path: "prove.md", text }).article.headline).toBe("Text is here");
    const numbered = "### 1.1\n\nText is here.\n\n### 1.2\n\nMore.\n";
    expect(parseArticle({ path: "1.md", text: numbered }).article.headline).toBe("Text is here");
  });
});

describe("a first line with a blank line below it", () => {
  it("is the headline, and not text again, where it reads as the title of what follows", () => {
    const text = "Ferry ends on Monday\n\nThe last ferry left at noon. It was empty.\n\nMore.\n";
    const { article } = parseArticle({ path: "a.txt", text });
    expect(article.headline).toBe("Ferry ends on Monday");
    expect(article.lead).toBe("The last ferry left at noon. It was empty.");
    expect(article.blocks.map(({ lines }) => lines)).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  it.for([
    ["a sentence", "The ferry ended.\n\nThe last one left at noon, and nobody waved.\n"],
    ["longer than what follows", "Some words that are many in number\n\nThe end.\n"],
    ["two lines", "The last\nferry\n\nIt left at noon. It was empty.\n"],
    ["below a title", "---\ntitle: Ferry\n---\nAt noon\n\nThe last ferry left. It was empty.\n"],
  ] as const)("stays text when it is %s", ([, text]) => {
    expect(parseArticle({ path: "a.txt", text }).article.blocks).toHaveLength(2);
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
