import { describe, expect, it } from "vitest";
import type { Inline } from "../../src/article/block.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

function inlines(body: string): readonly Inline[] {
  const text = `---\ntitle: T\n---\nA ${body} z\n\n[defined]: there.md\n`;
  const [first] = parseArticle({ path: "notes/a.md", text }).article.blocks;
  return first?.type === "paragraph" ? first.children.slice(1, -1) : [];
}

describe("links between notes", () => {
  it.for([
    ["[[harbour]]", "notes/harbour.md", "harbour"],
    ["[[../2024/old harbour#piers|the *pier*]]", "2024/old harbour.md", "the *pier*"],
    ["![[map.pdf]]", "notes/map.pdf", "map.pdf"],
  ] as const)("lead to the file that %s names", ([written, url, text]) => {
    expect(inlines(written)).toEqual([{ type: "link", url, children: [{ type: "text", text }] }]);
  });

  it("show pictures, with their text or their width", () => {
    expect(inlines("![[a b.png|A pier]]")).toEqual([
      { type: "image", url: "notes/a b.png", alt: "A pier" },
    ]);
    expect(inlines("![[b.png|300x200]]")).toEqual([{ type: "image", url: "notes/b.png", alt: "" }]);
  });

  it("are none where Markdown has another meaning for brackets", () => {
    expect(inlines("[[1]](b.md)")).toEqual([
      { type: "link", url: "notes/b.md", children: [{ type: "text", text: "[1]" }] },
    ]);
    expect(inlines("[[defined]]")).toMatchObject([{ type: "link", url: "notes/there.md" }]);
    expect(inlines("x[[2]]y")).toEqual([]);
    expect(inlines("`[[c]]`")).toEqual([{ type: "code", text: "[[c]]" }]);
  });

  it("lead nowhere outside the archive", () => {
    const text = "See [[../../etc/passwd]] now.\n";
    const { article, problems } = parseArticle({ path: "notes/a.md", text });
    expect(JSON.stringify(article.blocks)).not.toContain('"link"');
    expect(problems).toContainEqual(expect.objectContaining({ code: "url-unsafe", line: 1 }));
  });
});
