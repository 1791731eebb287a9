import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program as it is installed. */
export const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));

/** A folder of articles for a test, and one beside it for the index. */
export type ArchiveFolder = {
  readonly folder: string;
  readonly cache: string;
  readonly remove: () => void;
};

/** Writes files, by their paths, into a new folder. */
export function archiveFolder(files: Readonly<Record<string, string | Uint8Array>>): ArchiveFolder {
  const root = mkdtempSync(join(tmpdir(), "broadsheet-tui-"));
  const folder = join(root, "archive");
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    folder,
    cache: join(root, "cache"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An article's file in the first dialect: front matter, then text. */
export function articleFile(
  title: string,
  date: string,
  fields: Readonly<Record<string, string>> = {},
  body = "The ferry left at nine.\n\nNobody knew whether it would come back.\n",
): string {
  const lines = Object.entries({
    title,
    date,
    category: "NATIONAL",
    language: "en",
    ...fields,
  }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

/** A small archive with a name, in three scripts. */
export const smallArchive = {
  "broadsheet.json": JSON.stringify({ name: "The River Gazette" }),
  "ferry.md": articleFile(
    "Ferry families ask who pays when the bridge opens",
    "2024-11-26",
    { code: "FERRY1" },
    `${"The ferry left at nine and the bridge stood in the mist. ".repeat(30)}\n\nThe last paragraph of the ferry.\n`,
  ),
  "deck.md": articleFile("Bridge deck closes six weeks early", "2024-11-25", {
    code: "DECK1",
    category: "BUSINESS",
  }),
  "khmer.md": articleFile(
    "ស្ពានថ្មីនឹងបើកនៅដើមឆ្នាំក្រោយ",
    "2024-11-24",
    { language: "km", category: "ជាតិ" },
    "ស្ពានថ្មីនឹងបើកនៅដើមឆ្នាំក្រោយ។\n",
  ),
  "japanese.md": articleFile(
    "新しい橋の開通",
    "2024-11-23",
    { language: "ja", category: "国内" },
    "新しい橋が開通する。\n",
  ),
  "plain.txt": "A bare note about the market without any front matter. It has a second sentence.\n",
};
