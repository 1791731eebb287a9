import { expect, test } from "vitest";
import { articleLinks } from "../../src/reading/article-links.ts";
import { article } from "../articles.ts";

const link = (text: string, url: string) =>
  ({
    type: "link",
    url,
    children: [{ type: "strong", children: [{ type: "text", text }] }],
  }) as const;

test("the links of an article stand in their order, wherever in it they are, each address once", () => {
  const links = articleLinks(
    article("a", {
      blocks: [
        { type: "paragraph", lines: [1, 1], children: [link("the  pier", "2024/pier.md")] },
        {
          type: "quote",
          lines: [2, 3],
          children: [
            {
              type: "list",
              lines: [2, 3],
              ordered: false,
              start: 1,
              items: [
                [
                  {
                    type: "paragraph",
                    lines: [2, 2],
                    children: [{ type: "emphasis", children: [link("again", "2024/pier.md")] }],
                  },
                ],
                [
                  {
                    type: "table",
                    lines: [3, 3],
                    align: [undefined],
                    head: [[link("", "https://example.org/")]],
                    rows: [[[link("mail", "mailto:a@example.org")]]],
                  },
                ],
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(links).toEqual([
    { text: "the pier", url: "2024/pier.md", part: 1 },
    { text: "https://example.org/", url: "https://example.org/", part: 2 },
    { text: "mail", url: "mailto:a@example.org", part: 2 },
  ]);
});
