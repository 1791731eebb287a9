import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown, readWholeMarkdown } from "../../src/article/markdown.ts";
import { markdownShape } from "./markdown-shape.ts";

/** Lines and parts of lines that begin, end or interrupt something in Markdown. */
const part = fc.constantFrom(
  ..."# ## ####### - + * _ ~ ` > < = | : [ ] ( ) ! & \\ 1. 12) 9".split(" "),
  ..."--- *** ___ === ``` ~~~ - - - | - |a|b| [a]: [a] ![a](b) [a](b) **b** _e_ `c` ~~s~~".split(
    " ",
  ),
  "<b>",
  "</b>",
  "<!--",
  "-->",
  "<div>",
  "&amp;",
  "{{ a }}",
  "{% b %}",
  "[c]({{ d }})",
  "\\#",
  " ",
  "  ",
  "    ",
  "\t",
  "\u00a0",
  "word",
  "ពាក្យ",
  "橋",
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.array(part, { maxLength: 6 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.constantFrom("A plain line.", "Another one, with “quotes”.") },
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "- item",
      "> quote",
      "1. first",
      "# Heading",
      "```",
      "~~~~ js",
      "<div>",
      "<pre>",
      "{% highlight js %}",
      "{% endhighlight %}",
      "{{< figure",
      'src="a.jpg" >}}',
      "{: .lead}",
      ":::note",
      'import A from "b";',
      "export of rice",
      "import",
      '"b"',
      "<Tabs>",
      "<!-- not",
      "seen -->",
      "| a | b |",
      "|---|---|",
    ),
  },
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));

describe("readMarkdown", () => {
  it("gives what the whole parser gives for the whole text", () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const whole = readWholeMarkdown(markdown);
        expect(readMarkdown(markdown)?.map(markdownShape)).toEqual(whole.map(markdownShape));
      }),
      { numRuns: 1_000 },
    );
  });
});
