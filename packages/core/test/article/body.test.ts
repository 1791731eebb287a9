import { describe, expect, it } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { readBody } from "../../src/article/body.ts";
import { resolveUrl } from "../../src/article/resolve-url.ts";

type Reading = {
  readonly blocks: readonly Block[];
  readonly dropped: readonly string[];
  tooDeep: boolean;
};

function read(body: string, firstLine = 1): Reading {
  const dropped: string[] = [];
  let tooDeep = false;
  const blocks = readBody(body, {
    firstLine,
    resolve: (url) => {
      const resolved = resolveUrl(url, "news/a.md");
      return typeof resolved === "object" ? resolved.url : undefined;
    },
    dropped: (text, line) => {
      dropped.push(`${String(line)} ${text}`);
    },
    templateLeftOut: () => {},
    tooDeep: () => {
      tooDeep = true;
    },
  });
  return { blocks, dropped, tooDeep };
}

function blocksOf(body: string, firstLine?: number): readonly Block[] {
  return read(body, firstLine).blocks;
}

const text = (value: string): { readonly type: "text"; readonly text: string } => ({
  type: "text",
  text: value,
});

describe("Markdown blocks", () => {
  it("are paragraphs, headings, rules and quotations with their lines in the file", () => {
    expect(blocksOf("# One\n\ntwo\nthree\n\n> four\n>\n> five\n\n---\n", 10)).toEqual([
      { type: "heading", lines: [10, 10], level: 1, children: [text("One")] },
      { type: "paragraph", lines: [12, 13], children: [text("two three")] },
      {
        type: "quote",
        lines: [15, 17],
        children: [
          { type: "paragraph", lines: [15, 15], children: [text("four")] },
          { type: "paragraph", lines: [17, 17], children: [text("five")] },
        ],
      },
      { type: "rule", lines: [19, 19] },
    ]);
  });

  it("are lists with their first number, nested ones included", () => {
    expect(blocksOf("3. a\n4. b\n   - c\n\n")).toEqual([
      {
        type: "list",
        lines: [1, 3],
        ordered: true,
        start: 3,
        items: [
          [{ type: "paragraph", lines: [1, 1], children: [text("a")] }],
          [
            { type: "paragraph", lines: [2, 2], children: [text("b")] },
            {
              type: "list",
              lines: [3, 3],
              ordered: false,
              start: 1,
              items: [[{ type: "paragraph", lines: [3, 3], children: [text("c")] }]],
            },
          ],
        ],
      },
    ]);
  });

  it("are code with its language, and text that looks like code inside it", () => {
    expect(blocksOf("```js\n# <b>\n```\n")).toEqual([
      { type: "code", lines: [1, 3], language: "js", text: "# <b>" },
    ]);
  });

  it("are tables with the sides of their columns", () => {
    expect(blocksOf("| a | b | c |\n|:--|:-:|--:|\n| *d* | e | |\n")).toEqual([
      {
        type: "table",
        lines: [1, 3],
        align: ["left", "center", "right"],
        head: [[text("a")], [text("b")], [text("c")]],
        rows: [[[{ type: "emphasis", children: [text("d")] }], [text("e")], []]],
      },
    ]);
  });

  it("hold emphasis, code, links, pictures and breaks", () => {
    expect(blocksOf("*a **b*** ~~c~~ `d` [e](f.md) ![g](h.png) i  \nj")).toEqual([
      {
        type: "paragraph",
        lines: [1, 2],
        children: [
          { type: "emphasis", children: [text("a "), { type: "strong", children: [text("b")] }] },
          text(" "),
          { type: "strikethrough", children: [text("c")] },
          text(" "),
          { type: "code", text: "d" },
          text(" "),
          { type: "link", url: "news/f.md", children: [text("e")] },
          text(" "),
          { type: "image", url: "news/h.png", alt: "g" },
          text(" i"),
          { type: "break" },
          text("j"),
        ],
      },
    ]);
  });

  it("join lines with a space, but not those of Chinese and Japanese", () => {
    expect(blocksOf("one\ntwo\n\n橋の\n下\n\nស្ពាន\nថ្មី\n")).toMatchObject([
      { children: [text("one two")] },
      { children: [text("橋の下")] },
      { children: [text("ស្ពាន ថ្មី")] },
    ]);
  });

  it("join a word that a line end divides, and keep its hyphen", () => {
    expect(blocksOf("a well-\nknown minis\u00ad\ntry -\nand 3-\n4\n\nx\n")).toMatchObject([
      { children: [text("a well-known ministry - and 3-4")] },
      {},
    ]);
  });

  it("have no no-break or zero-width spaces around their text", () => {
    expect(blocksOf("\u200ba b.\u00a0\n\nc\n")).toMatchObject([
      { children: [text("a b.")] },
      { children: [text("c")] },
    ]);
  });

  it("keep a link's text when its address may not be followed", () => {
    expect(
      blocksOf("[a](javascript:alert(1)) <javascript:b> ![c](data:image/png;base64,x)\n\nd\n"),
    ).toMatchObject([{ children: [text("a javascript:b c")] }, { children: [text("d")] }]);
  });

  it("hold no control character, however it is written", () => {
    const body = 'a&#27;[31mb&#x202e;&rlm;c `&#27;`\n\n[d](e "&#27;") ![&#7;&#xfeff;f](g.png)\n';
    expect(blocksOf(body)).toMatchObject([
      { children: [text("a\ufffd[31mbc "), { type: "code", text: "&#27;" }] },
      { children: [{ type: "link" }, text(" "), { type: "image", alt: "\ufffdf" }] },
    ]);
  });

  it("nested deeper than can be shown are lines of text, and nothing is lost", () => {
    const { blocks, tooDeep } = read(`${"> ".repeat(150)}deep\n\nlast\n`);
    expect(tooDeep).toBe(true);
    expect(blocks).toMatchObject([
      { type: "paragraph", lines: [1, 1], children: [{ text: /deep$/ }] },
      { type: "paragraph", lines: [3, 3], children: [text("last")] },
    ]);
  });
});

describe("HTML in Markdown", () => {
  it("is paragraphs, headings, pictures and rules; other tags only part them", () => {
    const html =
      '<div class="a">\n<h2>One &amp; two</h2>\n<p>three <b>four</b><br>five</p>\n<hr>\n<img src="a.jpg" alt="six">\n</div>\n\nseven\n';
    expect(blocksOf(html)).toEqual([
      { type: "heading", lines: [2, 2], level: 2, children: [text("One & two")] },
      {
        type: "paragraph",
        lines: [3, 3],
        children: [
          text("three "),
          { type: "strong", children: [text("four")] },
          { type: "break" },
          text("five"),
        ],
      },
      { type: "rule", lines: [4, 4] },
      { type: "figure", lines: [5, 5], url: "news/a.jpg", alt: "six" },
      { type: "paragraph", lines: [8, 8], children: [text("seven")] },
    ]);
  });

  it("inside a line is emphasis and breaks; other tags leave their text", () => {
    expect(
      blocksOf("a <em>b</em> <span onclick='x'>c</span><br/>d <!-- e --> f\n\ng\n"),
    ).toMatchObject([
      {
        children: [
          text("a "),
          { type: "emphasis", children: [text("b")] },
          text(" c"),
          { type: "break" },
          text("d  f"),
        ],
      },
      {},
    ]);
  });

  it("that ends a paragraph in the middle of a line leaves each part its lines", () => {
    expect(blocksOf("- a<div>b\n<b>\n- c <p>d\ne\n")).toMatchObject([
      {
        lines: [1, 4],
        items: [
          [
            { lines: [1, 1], children: [text("a")] },
            { lines: [1, 1], children: [text("b")] },
          ],
          [
            { lines: [3, 3], children: [text("c")] },
            { lines: [3, 4], children: [text("d e")] },
          ],
        ],
      },
    ]);
  });

  it("that is no HTML is text", () => {
    expect(blocksOf("A Vec<T> said <hyc> and 1 < 2 > 0\n\nx\n")).toMatchObject([
      { children: [text("A Vec<T> said <hyc> and 1 < 2 > 0")] },
      {},
    ]);
  });

  it("of scripts and styles is left out and named, comments are left out", () => {
    const { blocks, dropped } = read(
      "a\n\n<script>\n\nalert(1)\n</script>\n\n<style>b { }</style>\n\n<!-- c\n\nd -->\n\ne <script>f</script> g\n",
    );
    expect(blocks).toMatchObject([{ children: [text("a")] }, { children: [text("e  g")] }]);
    expect(dropped.map((line) => line.split("\n")[0])).toEqual([
      "3 <script>",
      "8 <style>b { }</style>",
      "14 <script>f</script>",
    ]);
  });

  it("that is never closed hides nothing after it", () => {
    expect(JSON.stringify(blocksOf("<script>\nalert(1)\n\nlast <!-- word\n\nend\n"))).toContain(
      "end",
    );
    expect(JSON.stringify(blocksOf("<script>\nalert(1)\n\nlast <!-- word\n\nend\n"))).toContain(
      "alert(1)",
    );
  });

  it("in code stays as it is", () => {
    expect(blocksOf("`<b>`\n\n    <script>x</script>\n")).toMatchObject([
      { children: [{ type: "code", text: "<b>" }] },
      { type: "code", text: "<script>x</script>" },
    ]);
  });
});

describe("a body without blank lines", () => {
  const long =
    "This line is longer than a hundred columns, as lines are that were pasted from a page and never wrapped by hand.";

  it("has a paragraph a line", () => {
    expect(blocksOf(`${long}\n${long}`, 5)).toMatchObject([
      { type: "paragraph", lines: [5, 5] },
      { type: "paragraph", lines: [6, 6] },
    ]);
  });

  it("may begin with its title", () => {
    expect(blocksOf(`Two towns and a river\n${long}\n${long}`)).toMatchObject([
      { type: "heading", lines: [1, 1], level: 1, children: [text("Two towns and a river")] },
      { type: "paragraph", lines: [2, 2] },
      { type: "paragraph", lines: [3, 3] },
    ]);
  });

  it("nested deeper than can be shown has its lines, and says so", () => {
    const { blocks, tooDeep } = read(`${">".repeat(150)} deep\n${long}\n`);
    expect(tooDeep).toBe(true);
    expect(blocks).toMatchObject([
      { type: "paragraph", lines: [1, 1] },
      { type: "paragraph", lines: [2, 2] },
    ]);
  });

  it("takes no indented line for code", () => {
    expect(blocksOf(`${long}\n    ${long}`)).toMatchObject([
      { type: "paragraph" },
      { type: "paragraph" },
    ]);
  });
});
