import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { shapeOf } from "./block-shape.ts";
import type { Shape } from "./expected-blocks.ts";

function blocksOf(body: string): readonly Block[] {
  return parseArticle({ path: "news/a.md", text: `---\ntitle: T\n---\n${body}\n\nEnd.\n` }).article
    .blocks;
}

/** The blocks of HTML, without the paragraph after it. */
function shapes(body: string): readonly Shape[] {
  const found = blocksOf(body).map(shapeOf);
  expect(found.at(-1)).toEqual(["paragraph", "End."]);
  return found.slice(0, -1);
}

const cases: readonly (readonly [name: string, html: string, expected: readonly Shape[]])[] = [
  [
    "a paragraph with its emphasis, code and links",
    "<p>One <em>two</em> <b>three</b> <del>four</del> <kbd>x</kbd> <a href=b.md>five</a></p>",
    [
      [
        "paragraph",
        "One ",
        ["emphasis", "two"],
        " ",
        ["strong", "three"],
        " ",
        ["strikethrough", "four"],
        " ",
        ["code", "x"],
        " ",
        ["link", "news/b.md", "five"],
      ],
    ],
  ],
  [
    "lists inside each other, with items that nobody closed",
    '<ul>\n<li>one\n<li>two\n<ol start="3"><li>three</ol>\n</ul>',
    [
      [
        "list",
        "-",
        ["item", ["paragraph", "one"]],
        ["item", ["paragraph", "two"], ["list", "3", ["item", ["paragraph", "three"]]]],
      ],
    ],
  ],
  [
    "a quotation, and the Markdown that blank lines part from its tags",
    "<blockquote>\n<p>One</p>\n\n*two*\n\n- three\n\n</blockquote>",
    [
      [
        "quote",
        ["paragraph", "One"],
        ["paragraph", ["emphasis", "two"]],
        ["list", "-", ["item", ["paragraph", "three"]]],
      ],
    ],
  ],
  [
    "code with its language, its spaces and its blank lines",
    '<pre><code class="language-js">\nif (a &lt; b) {\n\n  <b>c</b>\n}\n</code></pre>',
    [["code", "js", "if (a < b) {\n\n  c\n}"]],
  ],
  [
    "a table with the row that names its columns",
    "<table><caption>Rain</caption>\n<tr><th>Town<th align=right>mm</tr>\n<tr><td>Kep</td><td>3</td></tr>\n</table>",
    [
      ["paragraph", "Rain"],
      ["table", [["Town"], ["mm"]], [["Kep"], ["3"]]],
    ],
  ],
  [
    "what a table only places on the page",
    "<table><tr><td>\n<h2>One</h2>\n<p>two</p></td></tr></table>",
    [
      ["heading", "2", "One"],
      ["paragraph", "two"],
    ],
  ],
  [
    "a picture in its element",
    '<figure>\n<a href="c.html"><img src=b.jpg alt="B &amp; c"></a>\n<figcaption>The <i>pier</i>. AKP</figcaption>\n</figure>',
    [["figure", "news/b.jpg", "B & c"]],
  ],
  [
    "headings and rules without Markdown's signs",
    "<h3>One</h3>two<hr/>three",
    [["heading", "3", "One"], ["paragraph", "two"], ["rule"], ["paragraph", "three"]],
  ],
  [
    "terms and what they mean",
    "<dl><dt>One<dd>two</dl>",
    [
      ["paragraph", ["strong", "One"]],
      ["paragraph", "two"],
    ],
  ],
  [
    "nothing of a comment, a script or an embedded page",
    "<!-- a -->\n<iframe src=x>b</iframe>",
    [],
  ],
  ["text of elements that HTML does not have", "<p>Vec<T> <x-y>", [["paragraph", "Vec<T> <x-y>"]]],
  [
    "what stands outside the cells of a table, and a cell outside a table",
    "<td>one<table>two<tr><td>three<td>four</table>",
    [
      ["paragraph", "one"],
      ["table", [[]], [["two"]], [["three"], ["four"]]],
    ],
  ],
  [
    "a caption without its picture",
    "<ol><figcaption>one</ol>",
    [["list", "1", ["item", ["paragraph", "one"]]]],
  ],
  [
    "stretches that end in another order than they began",
    "<p>a <b>b <i>c</b> d</i></p>",
    [["paragraph", "a ", ["strong", "b ", ["emphasis", "c"]], " d"]],
  ],
  [
    "no link inside a link, and none whose address may not be followed",
    '<p><a href="b.md">b <a href="c.md">c</a></a> <a href="javascript:d">d</a></p>',
    [["paragraph", ["link", "news/b.md", "b c"], " d"]],
  ],
];

describe("HTML in a body", () => {
  it.for(cases)("gives %s", ([, html, expected]) => {
    expect(shapes(html)).toEqual(expected);
  });

  it("has the lines of its file, also after lines that Windows ended", () => {
    const html =
      "<div>\n<p>One\ntwo</p>\n\n<ul>\n<li>three</li>\n</ul>\n\n<pre>\nfour\n</pre>\n<table>\n<tr><td>5<td>6\n</table>\n</div>";
    const expected = [
      [5, 6],
      [8, 10],
      [13, 13],
      [15, 17],
      [20, 20],
    ];
    expect(blocksOf(html).map(({ lines }) => lines)).toEqual(expected);
    const windows = blocksOf(html.replaceAll("\n", "\r\n"));
    expect(windows.map(({ lines }) => lines)).toEqual(expected);
  });

  it("gives a caption to the picture beside it, whatever element holds it", () => {
    const caption = { caption: "The pier.", creditText: "AKP", alt: "" };
    for (const html of [
      '<figure><img src="b.jpg"><figcaption>The pier. AKP</figcaption></figure>',
      '<figure><figcaption>The pier. AKP</figcaption><img src="b.jpg"></figure>',
      '<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">The pier. AKP</p></div>',
      '<figure><img src="" data-src="b.jpg">The pier. AKP</figure>',
      '[caption id="a_1" width="3"]<a href="c"><img src="b.jpg"></a> The pier. AKP[/caption]',
      "[caption id=a_1]![](b.jpg) The pier. AKP[/caption]",
    ]) {
      expect(blocksOf(html)).toMatchObject([{ type: "figure", url: "news/b.jpg", ...caption }, {}]);
    }
  });

  it("that Markdown holds ends with it, and never ends it", () => {
    expect(shapes("> <b>one\n> <ul><li>two\n\n- three</ul></li>\n- four")).toEqual([
      ["quote", ["paragraph", ["strong", "one"]], ["list", "-", ["item", ["paragraph", "two"]]]],
      ["list", "-", ["item", ["paragraph", "three"]], ["item", ["paragraph", "four"]]],
    ]);
  });

  it("nested too deeply keeps its text, with a problem", () => {
    for (const tag of ["blockquote", "ul><li", "table><tr><td"]) {
      const text = `<${tag}>`.repeat(500) + "deep";
      const { article, problems } = parseArticle({ path: "a.md", text });
      expect(JSON.stringify(article.blocks)).toContain('"deep"');
      expect(problems).toContainEqual(expect.objectContaining({ code: "nesting-too-deep" }));
    }
    const { article } = parseArticle({ path: "a.md", text: "<b><i>".repeat(500) + "deep" });
    expect(JSON.stringify(article.blocks)).toContain('"deep"');
  });

  it("keeps every word, and the order of lines, whatever tags stand around", () => {
    const tags = "p div b a ul ol li table tr td th pre code h2 blockquote figure figcaption dt br";
    const piece = fc.oneof(
      fc.constantFrom(...tags.split(" ").flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
      fc.constantFrom("\n", "\n\n", "> ", "- ", " "),
      fc.nat({ max: 99 }).map((number) => `w${String(number)} `),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { article } = parseArticle({ path: "a.md", text: `---\ntitle: T\n---\n${text}` });
        const found = JSON.stringify([article.blocks]).match(/w\d+/g) ?? [];
        expect(found.toSorted()).toEqual((text.match(/w\d+/g) ?? []).toSorted());
        const firsts = article.blocks.map(({ lines }) => lines[0]);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });
});
