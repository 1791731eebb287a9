import { describe, expect, it } from "vitest";
import { parseArticle, type ParsedArticle } from "../../src/article/parse-article.ts";
import { shapeOf } from "./block-shape.ts";
import type { Shape } from "./expected-blocks.ts";

function read(body: string): ParsedArticle {
  return parseArticle({ path: "news/a.md", text: `---\ntitle: T\n---\n${body}\n\nEnd.\n` });
}

function shapes(body: string): readonly Shape[] {
  return read(body).article.blocks.slice(0, -1).map(shapeOf);
}

describe("tags of templates", () => {
  it.for([
    '{{< figure src="b.jpg" alt="B" caption="The pier." attr="AKP" >}}',
    '{% include figure.html src="b.jpg" alt="B" caption="The pier. (Photo: AKP)" %}',
    "{{% img src='b.jpg' alt='B'\n  caption='The pier. AKP' %}}",
  ])("that name a picture's file are figures: %s", (tag) => {
    expect(read(tag).article.figures).toMatchObject([
      { url: "news/b.jpg", alt: "B", caption: "The pier.", creditText: "AKP", lines: [4, 4] },
    ]);
  });

  it.for(["[toc]", "[TOC]", "[[_TOC_]]", "[[toc]]", "1. toc\n{:toc}", "* TOC\n{:toc .wide}"])(
    "that stand for the contents are no text: %s",
    (mark) => {
      const { article, problems } = read(mark);
      expect(article.blocks.map(shapeOf)).toEqual([["paragraph", "End."]]);
      expect(problems).toEqual([]);
    },
  );

  it("leave a list of more than a name where kramdown makes the contents of it", () => {
    expect(shapes("* a\n* b\n{:toc}")).toHaveLength(1);
    expect(shapes("See [toc] there.")).toEqual([["paragraph", "See [toc] there."]]);
  });

  it("may be as long as five thousand letters, but not when another begins inside", () => {
    const long = "word ".repeat(1_000);
    expect(shapes(`{% include questions.html\n q0="${long}"\n%}`)).toEqual([]);
    expect(shapes(`{% include a\n\n${long}\n\n{% b %}`)).toHaveLength(2);
    expect(shapes(`{% include a="${long.repeat(3)}" %}`)).toHaveLength(1);
  });

  it("begin code also when they stand on several lines", () => {
    expect(shapes("{%\n  highlight\n  ruby\n%}\n# a\n{% endhighlight %}")).toEqual([
      ["code", "ruby", "# a"],
    ]);
  });

  it("may give a picture's text without a name", () => {
    expect(shapes('{% asset_img left b.jpg 400 300 "The old pier" %}')).toEqual([
      ["figure", "news/b.jpg", "The old pier"],
    ]);
    expect(shapes("See {{< img src=b.jpg alt=B >}} there.")).toEqual([
      ["paragraph", "See ", ["image", "news/b.jpg", "B"], " there."],
    ]);
  });

  it("are no prose, and those that nobody can fill in are named", () => {
    const { article, problems } = read(
      'import Tabs from "@theme/Tabs";\n\n{% include notice.html %}\n<Tabs items={all} />\n\nIt {% t rained %} all {{ day }}.\n{: .wide}\n{{< row >}}',
    );
    expect(article.lead).toBe("It  all {{ day }}.");
    expect(article.blocks.map(({ lines }) => lines)).toEqual([
      [9, 9],
      [13, 13],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ["template-left-out", 6],
      ["template-left-out", 7],
      ["template-left-out", 9],
      ["template-left-out", 11],
    ]);
  });

  it.for([
    ["![A *pier*]({{ site.baseurl }}/b.jpg)", ["figure", "b.jpg", "A pier"]],
    ['![A pier]({{site.url}}{{ site.baseurl }}/b.jpg "Title")', ["figure", "b.jpg", "A pier"]],
    ['![A pier]({{ "/c/b.jpg" | relative_url }})', ["figure", "c/b.jpg", "A pier"]],
    ['<img src="{{ site.baseurl }}/b.jpg" alt="A pier">', ["figure", "b.jpg", "A pier"]],
    ["<img src='{{ \"/b.jpg\" | url }}' alt='A pier'>", ["figure", "b.jpg", "A pier"]],
    ['<a href="{{ "/c.md" | url }}">C</a>', ["paragraph", ["link", "c.md", "C"]]],
    ['[C]({{ "/c.md" | absolute_url }})', ["paragraph", ["link", "c.md", "C"]]],
    ["[C]({{ site.baseurl }})", ["paragraph", "C"]],
    ['[C]({{ "dara" | team_link }})', ["paragraph", "C"]],
    ["![A pier]({{ page.image }})", ["paragraph", "A pier"]],
  ] satisfies readonly (readonly [string, Shape])[])(
    "before an address are the site's root where every site means that: %s",
    ([tag, shape]) => {
      expect(shapes(tag)).toEqual([shape]);
      expect(read(tag).problems).toEqual([]);
    },
  );

  it("that show nothing themselves need not be named", () => {
    const { problems } = read(
      '{% assign day = "1:06" %}\n\n{% raw %}A{% endraw %} {% note %} B {% endnote %}\n\n{{< box >}}\nC\n{{< /box >}}',
    );
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [6, 24, "{% note %}"],
      [8, 1, "{{< box >}}"],
    ]);
  });

  it("may write a picture's name with the backslashes of Markdown", () => {
    expect(shapes(String.raw`{{< img src="the\_pier.jpg" alt="B" >}}`)).toEqual([
      ["figure", "news/the_pier.jpg", "B"],
    ]);
  });

  it("that begin and end a comment are left out like it, and need not be named", () => {
    const { article, problems } = read("{% comment %}\nNever\n\nread\n{% endcomment %}\n\nRead.");
    expect(article.lead).toBe("Read.");
    expect(problems).toEqual([]);
  });

  it("hold code, quotations and comments", () => {
    expect(
      shapes(
        "{% highlight js %}\n# a\n\n{{ b }}\n{% endhighlight %}\n{% blockquote %}\nc\n{% endblockquote %}\n{% comment %}\nd\n\n{% endcomment %}",
      ),
    ).toEqual([
      ["code", "js", "# a\n\n{{ b }}"],
      ["quote", ["paragraph", "c"]],
    ]);
  });

  it("may be the address of a link", () => {
    expect(
      shapes(
        '[*a*]({{< ref "b.md" >}}) [c]({{ site.url }}/d "C") [e]({% link f.md %}) <a href="{{< ref "g" >}}">h</a> `[x]({{ y }})` [z](w.md)',
      ),
    ).toEqual([
      [
        "paragraph",
        ["link", "news/b.md", ["emphasis", "a"]],
        " ",
        ["link", "d", "c"],
        " ",
        ["link", "f.md", "e"],
        " ",
        ["link", "news/g", "h"],
        " ",
        ["code", "[x]({{ y }})"],
        " ",
        ["link", "news/w.md", "z"],
      ],
    ]);
  });

  it("are read inside HTML", () => {
    expect(
      shapes('<figure>\n  {% image "b.jpg" "The pier" %}\n<figcaption>A</figcaption></figure>'),
    ).toEqual([["figure", "news/b.jpg", "The pier"]]);
  });

  it("part notices from the text around them, and leave their title", () => {
    expect(shapes(":::tip A *new* pier\nOne\n:::\n\n::: info\n\ntwo\n\n:::")).toEqual([
      ["paragraph", ["strong", "A *new* pier"]],
      ["paragraph", "One"],
      ["paragraph", "two"],
    ]);
  });

  it.for([
    "import duties rose",
    "<Tabs> are read",
    "{{ name }} said so",
    "{% never closed",
    "{braces}",
    "`{% raw %}`",
    "Vec<T>",
    "10:30 ::: late",
  ])("are text where other text stands beside them: %s", (text) => {
    expect(read(text).article.lead).toBe(text.replaceAll("`", ""));
  });
});
