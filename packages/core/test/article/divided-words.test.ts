import { describe, expect, it } from "vitest";
import { softenHyphens } from "../../src/article/divided-words.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";

describe("softenHyphens", () => {
  it.for([
    ["the inter-\nnational court", "the inter\u00ad\nnational court"],
    ["die Bundes-\nregierung", "die Bundes\u00ad\nregierung"],
    ["der прави-\nтельство", "der прави\u00ad\nтельство"],
    ["We under-\nstand what lies under it and where to stand.", undefined, "under\u00ad\nstand"],
    ["a well-known man, so well-\nknown", undefined, "so well-\nknown"],
    ["co-operate, but cooperate co-\noperate", undefined, "cooperate co\u00ad\noperate"],
  ])("drops what only the wrapping put there: %j", ([text = "", whole, part]) => {
    expect(softenHyphens(text)).toContain(whole ?? part);
  });

  it.for([
    "a self-\nmade man",
    "over HTTPS-\nonly links",
    "an end-of-\nyear report",
    "a state-\nof-the-art bridge",
    "celui-\nci",
    "pre-\nand post-war",
    "a river level, and the river-\nlevel gauge",
    "COVID-\n19",
    "un contre-\nd’avant-poste",
    "le garde-\nfou\u0301-fou",
    "Anglo-\nAmerican",
    "pages 3-\n4",
    "he left -\nand came",
  ])("keeps what belongs to the word: %j", (text) => {
    expect(softenHyphens(text)).toBe(text);
  });
});

describe("wrapped text without front matter", () => {
  const wrapped = `The ministry has signed an agreement with several of the inter-
national banks about the bridge, which is to open before the ra-
iny season of next year, and six ferry families ask the govern-
ment who is going to pay for it.`;

  it("has its divided words mended, on the same lines", () => {
    const { article } = parseArticle({ path: "a.txt", text: wrapped });
    const text = plainText(article);
    expect(text).toContain("several of the international banks");
    expect(article.blocks.map(({ lines }) => lines)).toEqual([[1, 4]]);
  });

  it("is left alone as Markdown with front matter, where people wrap between words", () => {
    const { article } = parseArticle({ path: "a.md", text: `---\ntitle: T\n---\n${wrapped}` });
    expect(plainText(article)).toContain("several of the inter-national banks");
  });

  it("keeps a hyphen that waits for a later word apart from the conjunction", () => {
    const text = "---\ntitle: T\n---\nthe pre-\nand post-war years, COVID-\n19\n\nx";
    expect(plainText(parseArticle({ path: "a.md", text }).article)).toBe(
      "the pre- and post-war years, COVID-19\n\nx",
    );
  });
});
