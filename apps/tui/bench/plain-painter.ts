import { cutText, displayWidth, wrapText } from "@broadsheet/core/view";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// `node apps/tui/bench/plain-painter.ts FOLDER`: the least that a program does which shows the same screen, a list of
// files and beside it the text of the selected one, broken into lines. No index, no worker and no Ink; a key moves the
// selection, and the rows that differ are written in one update.

const columns = 140;
const rows = 45;
const listColumns = 80;

const [folder = "."] = process.argv.slice(2);
const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .slice(0, 2_000);

let selected = 0;
let shown: readonly string[] = [];

function screen(): readonly string[] {
  const top = Math.max(0, selected - rows + 2);
  const text = readFileSync(join(folder, paths[selected] ?? ""), "utf8").slice(0, 8_000);
  const lines = wrapText(text, columns - listColumns - 3);
  return Array.from({ length: rows }, (_, row) => {
    const path = cutText(paths[top + row] ?? "", listColumns - 2);
    const blanks = " ".repeat(listColumns - 2 - displayWidth(path));
    const look = top + row === selected ? `\x1b[1m▌${path}\x1b[0m` : ` ${path}`;
    return `${look}${blanks}  ${lines[row] ?? ""}`;
  });
}

function paint(): void {
  const next = screen();
  let bytes = "\x1b[?2026h";
  for (const [row, line] of next.entries())
    if (line !== shown[row]) bytes += `\x1b[${row + 1};1H\x1b[K${line}`;
  shown = next;
  process.stdout.write(`${bytes}\x1b[?2026l`);
}

process.stdin.setRawMode(true);
process.stdin.on("data", () => {
  selected = (selected + 1) % paths.length;
  paint();
});
process.stdout.write("\x1b[?7l");
paint();
