import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { shapeOf } from "./block-shape.ts";
import type { Shape } from "./expected-blocks.ts";

function shapes(body: string): readonly Shape[] {
  const text = `---\ntitle: T\n---\n${body}`;
  return parseArticle({ path: "news/a.md", text }).article.blocks.map(shapeOf);
}

describe("a quotation that is a notice", () => {
  it.for(["> [!NOTE]\n> The pier *is* closed.\n", "> [!tip]- The pier *is* closed.\n"])(
    "has no sign of its kind in its text: %j",
    (markdown) => {
      expect(shapes(markdown)).toEqual([
        ["quote", ["paragraph", "The pier ", ["emphasis", "is"], " closed."]],
      ]);
    },
  );

  it("has no other brackets, and is none without text", () => {
    expect(shapes("> [note] a\n\nb\n\n> [!note]\n")).toEqual([
      ["quote", ["paragraph", "[note] a"]],
      ["paragraph", "b"],
    ]);
  });
});
