import type { Block, Inline } from "../article/block.ts";

/** A body as Markdown (CommonMark, with the tables of GitHub's): text of it that looks like markup is escaped. */
export function bodyMarkdown(blocks: readonly Block[]): string {
  const texts = blocks.map((block, place) => {
    const before = blocks[place - 1];
    // Two lists of one kind beside each other would be one.
    const parted = block.type === "list" && before?.type === "list" ? "<!-- -->\n\n" : "";
    return parted + blockMarkdown(block);
  });
  return texts.filter((text) => text !== "").join("\n\n");
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return lineStart(inlinesMarkdown(block.children));
    case "heading": {
      const text = inlinesMarkdown(block.children).replace(/(#+)$/, "\\$1");
      return `${"#".repeat(block.level)} ${text}`;
    }
    case "figure": {
      const under = [block.caption, block.creditText]
        .filter((part) => part !== undefined)
        .join(" ");
      const image = imageMarkdown(block.url, block.alt);
      return under === "" ? image : `${image}\n\n${lineStart(escapeText(under))}`;
    }
    case "quote":
      return prefixed(bodyMarkdown(block.children), "> ", "> ");
    case "list":
      return block.items
        .map((item, place) => {
          const mark = block.ordered ? `${block.start + place}. ` : "- ";
          return prefixed(bodyMarkdown(item), mark, " ".repeat(mark.length));
        })
        .join("\n");
    case "code":
      return codeMarkdown(block.text, block.language);
    case "table":
      return tableMarkdown(block);
    case "rule":
      return "***";
  }
}

function tableMarkdown({ align, head, rows }: Extract<Block, { type: "table" }>): string {
  const sides = { left: ":---", center: ":---:", right: "---:" } as const;
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const texts = (cells: readonly (readonly Inline[])[]): readonly string[] =>
    cells.map((cell) => inlinesMarkdown(cell).replaceAll("\n", " "));
  const marks = head.map((_, place) => {
    const side = align[place];
    return side === undefined ? "---" : sides[side];
  });
  return [row(texts(head)), row(marks), ...rows.map((cells) => row(texts(cells)))].join("\n");
}

/** A fence that is longer than any in the code. */
function codeMarkdown(text: string, language: string = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[`\s]/g, "")}\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}`;
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, place) => `${place === 0 ? first : others}${line}`.trimEnd())
    .join("\n");
}

const delimiters = { emphasis: "*", strong: "**", strikethrough: "~~" } as const;

function inlinesMarkdown(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    const next = inlineMarkdown(inline);
    // Delimiters that touch would be read as other ones.
    const touches = /[*~`]$/.test(text) && /^[*~`]/.test(next);
    text += touches ? `<!-- -->${next}` : next;
  }
  return text;
}

function inlineMarkdown(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escapeText(inline.text);
    case "code": {
      const longest = Math.max(0, ...[...inline.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = "`".repeat(longest + 1);
      const text = inline.text.replaceAll("\n", " ");
      const space = /^`|`$|^ .* $/.test(text) ? " " : "";
      return text === "" ? "" : `${fence}${space}${text}${space}${fence}`;
    }
    case "break":
      return "\\\n";
    case "image":
      return imageMarkdown(inline.url, inline.alt);
    case "link":
      return `[${inlinesMarkdown(inline.children)}](${target(inline.url)})`;
    case "emphasis":
    case "strong":
    case "strikethrough": {
      const inside = inlinesMarkdown(inline.children);
      const text = inside.trim();
      if (text === "") return inside;
      const mark = delimiters[inline.type];
      const [before = "", after = ""] = inside.split(text, 2);
      return `${before}${mark}${text}${mark}${after}`;
    }
  }
}

function imageMarkdown(url: string, alt: string): string {
  return `![${escapeText(alt)}](${target(url)})`;
}

function target(url: string): string {
  const safe = url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character));
  return /[()]/.test(safe) || safe === "" ? `<${safe}>` : safe;
}

/** Signs that mean something anywhere in a line; `&` only where a reference could follow. */
const marks = /[\\`*_[\]<>|~]|&(?=[#a-z])|!(?=\[)/gi;

/** Text of which nothing is markup within a line. */
function escapeText(text: string): string {
  return text.replace(marks, "\\$&").replaceAll("\n", " ");
}

/** What means something at the start of a line: headings, lists, rules, quotations, underlines. */
function lineStart(text: string): string {
  return text
    .replace(/^(\s*)([#+=-])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/gm, "$1\\$2")
    .replace(/^( {4,}|\t)/gm, "");
}
