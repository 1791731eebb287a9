import type { Block, Inline } from "../../src/article/block.ts";
import { comparable, type Shape } from "./expected-blocks.ts";

/** A block without its lines, as `[name, value …, children …]`. */
export function shapeOf(block: Block): Shape {
  switch (block.type) {
    case "paragraph":
      return ["paragraph", ...block.children.map(inlineShape)];
    case "heading":
      return ["heading", String(block.level), ...block.children.map(inlineShape)];
    case "figure":
      return ["figure", comparable(block.url), block.alt];
    case "quote":
      return ["quote", ...block.children.map(shapeOf)];
    case "list": {
      const items = block.items.map((item) => ["item", ...item.map(shapeOf)]);
      return ["list", block.ordered ? String(block.start) : "-", ...items];
    }
    case "code":
      return ["code", block.language ?? "", block.text];
    case "table":
      return [
        "table",
        ...[block.head, ...block.rows].map((row) => row.map((cell) => cell.map(inlineShape))),
      ];
    case "rule":
      return ["rule"];
  }
}

function inlineShape(inline: Inline): Shape {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "code":
      return ["code", inline.text];
    case "image":
      return ["image", comparable(inline.url), inline.alt];
    case "break":
      return ["break"];
    case "link":
      return ["link", comparable(inline.url), ...inline.children.map(inlineShape)];
    case "emphasis":
    case "strong":
    case "strikethrough":
      return [inline.type, ...inline.children.map(inlineShape)];
  }
}
