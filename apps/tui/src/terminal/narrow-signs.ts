import type { Theme } from "./theme.ts";

/**
 * Signs of ambiguous width (Unicode, UAX 11), which terminals set up for Chinese, Japanese or Korean draw in two
 * cells, and signs of one cell that stand for them.
 */
const narrow = new Map(
  Object.entries({
    "━": "=",
    "─": "-",
    "│": "|",
    "▌": ">",
    "•": "*",
    "·": "-",
    "…": "~",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "×": "x",
    "←": "<",
    "→": ">",
    "↑": "^",
    "↓": "v",
    "▁": "_",
    "▂": ".",
    "▃": "-",
    "▄": "=",
    "▅": "+",
    "▆": "*",
    "▇": "#",
  }),
);

const signs = new RegExp(`[${[...narrow.keys()].join("")}]`, "gu");

/** Whether a terminal says that it drew the sign of `askSignWidth` in two cells. */
export function isWideReply(reply: string): boolean {
  return /^\x1b\[\d+;3R$/.test(reply);
}

/** A theme for a terminal that draws such signs in two cells: columns stay where they are. */
export function withNarrowSigns(theme: Theme): Theme {
  const plain = (text: string): string => text.replace(signs, (sign) => narrow.get(sign) ?? sign);
  return {
    text: (text, tone) => theme.text(plain(text), tone),
    row: (row) => theme.row(row.map((span) => ({ ...span, text: plain(span.text) }))),
    line: (row) => theme.line(row.map((span) => ({ ...span, text: plain(span.text) }))),
  };
}
