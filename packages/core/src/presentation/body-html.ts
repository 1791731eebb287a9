import type { Block, Figure, Inline } from "../article/block.ts";
import { escapeMarkup, followedUrl, pictureAddress } from "./markup.ts";

/** How pictures that are elsewhere stand in a page: fetching them would tell others who reads. */
export type Pictures = "links" | "images";

/**
 * A body as HTML: nothing in it but elements of text, of figures and of tables that are written here.
 *
 * @example
 * ```ts
 * import { bodyHtml, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * bodyHtml(article.blocks, "links"); // => '<p dir="auto">Buses &lt;crossed&gt; at <em>noon</em>.</p>'
 * ```
 */
export function bodyHtml(blocks: readonly Block[], pictures: Pictures): string {
  return blocks.map((block) => blockHtml(block, pictures)).join("\n");
}

function blockHtml(block: Block, pictures: Pictures): string {
  switch (block.type) {
    case "paragraph":
      return `<p dir="auto">${inlinesHtml(block.children, pictures)}</p>`;
    case "heading": {
      // The page's own heading is the headline.
      const level = Math.min(Math.max(block.level, 2), 6);
      return `<h${level} dir="auto">${inlinesHtml(block.children, pictures)}</h${level}>`;
    }
    case "figure":
      return figureHtml(block, pictures);
    case "quote":
      return `<blockquote>\n${bodyHtml(block.children, pictures)}\n</blockquote>`;
    case "list":
      return listHtml(block, pictures);
    case "code":
      return `<pre><code>${escapeMarkup(block.text)}</code></pre>`;
    case "table":
      return tableHtml(block, pictures);
    case "rule":
      return "<hr>";
  }
}

function listHtml(list: Extract<Block, { type: "list" }>, pictures: Pictures): string {
  const items = list.items.map((item) => {
    const [only, ...others] = item;
    // A tight list: its paragraphs are its items.
    const inside =
      only?.type === "paragraph" && others.length === 0
        ? inlinesHtml(only.children, pictures)
        : bodyHtml(item, pictures);
    return `<li dir="auto">${inside}</li>`;
  });
  const name = list.ordered ? "ol" : "ul";
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : "";
  return `<${name}${start}>\n${items.join("\n")}\n</${name}>`;
}

/** Columns stand at the start of the line unless something else was asked for. */
const sides: Readonly<Record<string, string>> = {
  center: ' class="center"',
  right: ' class="right"',
};

function tableHtml(table: Extract<Block, { type: "table" }>, pictures: Pictures): string {
  const row = (cells: readonly (readonly Inline[])[], name: "th" | "td"): string =>
    `<tr>${cells
      .map((cell, place) => {
        const side = sides[table.align[place] ?? "left"] ?? "";
        return `<${name}${side} dir="auto">${inlinesHtml(cell, pictures)}</${name}>`;
      })
      .join("")}</tr>`;
  return `<table>\n<thead>${row(table.head, "th")}</thead>\n<tbody>\n${table.rows
    .map((cells) => row(cells, "td"))
    .join("\n")}\n</tbody>\n</table>`;
}

/** A picture with what stands beneath it. */
export function figureHtml(
  { url, alt, caption, creditText }: Pick<Figure, "url" | "alt" | "caption" | "creditText">,
  pictures: Pictures,
): string {
  const under = [
    caption === undefined ? "" : `<span dir="auto">${escapeMarkup(caption)}</span>`,
    creditText === undefined ? "" : `<small dir="auto">${escapeMarkup(creditText)}</small>`,
  ].filter((part) => part !== "");
  const text = under.length === 0 ? "" : `\n<figcaption>${under.join(" ")}</figcaption>`;
  return `<figure>${imageHtml(url, alt, pictures)}${text}</figure>`;
}

function imageHtml(url: string, alt: string, pictures: Pictures): string {
  const address = pictureAddress(url);
  if (address === undefined) return `<span class="picture" dir="auto">${escapeMarkup(alt)}</span>`;
  const href = escapeMarkup(address);
  return pictures === "images"
    ? `<img src="${href}" alt="${escapeMarkup(alt)}" loading="lazy" referrerpolicy="no-referrer">`
    : `<a class="picture" dir="auto" href="${href}" rel="noreferrer">${escapeMarkup(alt === "" ? address : alt)}</a>`;
}

const elements = { emphasis: "em", strong: "strong", strikethrough: "s" } as const;

function inlinesHtml(inlines: readonly Inline[], pictures: Pictures): string {
  return inlines.map((inline) => inlineHtml(inline, pictures)).join("");
}

function inlineHtml(inline: Inline, pictures: Pictures): string {
  switch (inline.type) {
    case "text":
      return escapeMarkup(inline.text);
    case "code":
      return `<code>${escapeMarkup(inline.text)}</code>`;
    case "break":
      return "<br>";
    case "image":
      return imageHtml(inline.url, inline.alt, pictures);
    case "link": {
      const url = followedUrl(inline.url);
      // A link inside a link would end it.
      const inside = inlinesHtml(
        url === undefined ? inline.children : withoutLinks(inline.children),
        pictures,
      );
      return url === undefined
        ? inside
        : `<a href="${escapeMarkup(url)}" rel="noreferrer">${inside}</a>`;
    }
    case "emphasis":
    case "strong":
    case "strikethrough": {
      const name = elements[inline.type];
      return `<${name}>${inlinesHtml(inline.children, pictures)}</${name}>`;
    }
  }
}

function withoutLinks(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === "link") return withoutLinks(inline.children);
    if (inline.type === "image") return [{ type: "text", text: inline.alt }];
    return "children" in inline
      ? [{ ...inline, children: withoutLinks(inline.children) }]
      : [inline];
  });
}
