import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseArticle, type Article } from "@broadsheet/core";
import { corpus } from "../../../packages/core/test/corpora.ts";
import { articleLines } from "../src/reading/article-lines.ts";
import type { Row } from "../src/rows/row.ts";
import { bodyRows } from "../src/screens/body.ts";
import { answerPreview } from "../src/state/answers.ts";
import { layout, readerPane } from "../src/state/layout.ts";
import { plainTheme } from "../src/terminal/theme.ts";
import { createEmulator } from "./emulator.ts";
import { inLibrary, nowMs } from "./library.ts";

/** Of this many files of each kind one is looked at, so that all of it takes seconds. */
const everyNth = { md: 60, khmer: 40, lines: 20 };

const sizes = [
  [40, 24],
  [80, 24],
  [140, 45],
] as const;

/**
 * Pictures made of several characters, and marks that stand on nothing: terminals draw them in as many cells as they
 * please. What they do wrong there they do to one row, since a row never goes on in the next one.
 */
const asTerminalsPlease =
  /\u200d|\ufe0f|\u20e3|\p{Emoji_Modifier}|\p{Regional_Indicator}|(?:^|\s)\p{M}/u;

/** Rows that are written at once: finding the one that is too wide takes a second look. */
const batch = 2_000;

type Shown = { readonly columns: number; readonly rows: readonly string[] };

/** Rows of the library and of the reader with each article, at each size, as they would be printed. */
function shown(articles: readonly Article[]): readonly Shown[] {
  return sizes.map(([columns, rows]) => {
    const all = articles.flatMap((article): readonly Row[] => {
      const found = { article, problems: [], generation: "a.1" };
      const state = answerPreview(inLibrary(columns, rows, [article]), {
        key: "k",
        id: article.id,
        found,
      });
      const clock = { timeZone: "UTC", nowMs };
      return [...bodyRows(state), ...articleLines(article, readerPane(state).columns, clock).rows];
    });
    const printed = all
      .filter((row) => !row.some(({ tone }) => tone.code === true))
      .map((row) => plainTheme.line(row))
      .filter((line) => line.trim() !== "" && !asTerminalsPlease.test(line));
    return { columns: layout({ size: { columns, rows }, focus: "list" }).columns, rows: printed };
  });
}

const texts: Readonly<Record<string, () => readonly Article[]>> = {
  "naughty strings": () =>
    asArticles(lines("formats/naughty-strings/blns.json", (text) => JSON.parse(text) as string[])),
  Khmer: () => files("khmer", everyNth.khmer),
  "Thai and Chinese": () =>
    asArticles(
      ["seg/th-ud-pud.ndjson", "seg/th-wisesight-160.ndjson", "seg/zh-ud-pud.ndjson"].flatMap(
        (path) =>
          lines(path, (text) =>
            text
              .trim()
              .split("\n")
              .filter((_, index) => index % everyNth.lines === 0)
              .map((line) => (JSON.parse(line) as { text: string }).text),
          ),
      ),
    ),
  "articles of many kinds": () => files("md", everyNth.md),
};

function lines(path: string, read: (text: string) => readonly string[]): readonly string[] {
  const file = corpus(path);
  return file === undefined ? [] : read(readFileSync(file, "utf8"));
}

function asArticles(all: readonly string[]): readonly Article[] {
  return all.map(
    (text, index) =>
      parseArticle({ path: `${index}.md`, text: `# ${text}\n\n${text}\n\n> ${text}\n` }).article,
  );
}

function files(name: string, nth: number): readonly Article[] {
  const folder = corpus(name);
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .toSorted()
    .filter((_, index) => index % nth === 0)
    .map((path) => parseArticle({ path, text: readFileSync(join(folder, path), "utf8") }).article);
}

/** How many rows of a terminal some lines take. */
type Taken = (lines: readonly string[], columns: number) => Promise<number>;

/** The lines that take more than one row. */
async function tooWide({ rows, columns }: Shown, taken: Taken): Promise<readonly string[]> {
  const wide: string[] = [];
  for (let first = 0; first < rows.length; first += batch) {
    const some = rows.slice(first, first + batch);
    if ((await taken(some, columns)) === some.length) continue;
    for (const line of some) if ((await taken([line], columns)) > 1) wide.push(line);
  }
  return wide;
}

const onEmulator: Taken = async (all, columns) => {
  const emulator = createEmulator(columns, 2 * batch);
  emulator.write(all.join("\r\n"));
  await emulator.drawn();
  return emulator.cursor().row + 1;
};

const folder = mkdtempSync(join(tmpdir(), "broadsheet-widths-"));
afterAll(() => rmSync(folder, { recursive: true }));

let servers = 0;

/** A server of its own, which ends with its only window. Where the cursor is it says when it has drawn everything. */
const onTmux: Taken = (all, columns) => {
  const file = join(folder, "rows");
  const answer = join(folder, "answer");
  const script = join(folder, "script");
  writeFileSync(file, all.join("\n"));
  writeFileSync(
    script,
    `cat ${file}; printf '\\033[6n'; IFS= read -rsd R at; printf %s "$at" > ${answer}; tmux wait-for -S shown`,
  );
  const size = ["-x", String(columns), "-y", String(2 * batch)];
  const server = ["-S", join(folder, `server-${++servers}`), "-f", "/dev/null"];
  const session = ["new-session", "-d", ...size, `bash ${script}`, ";", "wait-for", "shown"];
  execFileSync("tmux", [...server, ...session], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const [, row] = /(\d+);\d+$/.exec(readFileSync(answer, "utf8")) ?? [];
  return Promise.resolve(Number(row));
};

const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

describe.skipIf(corpus("formats") === undefined).for(Object.entries(texts))(
  "rows with %s",
  ([, read]) => {
    let all: readonly Shown[] = [];
    beforeAll(() => {
      all = shown(read());
    }, 60_000);

    it("are no wider than the screen in a terminal emulator", { timeout: 60_000 }, async () => {
      expect(all[0]?.rows.length).toBeGreaterThan(100);
      for (const each of all) expect(await tooWide(each, onEmulator)).toEqual([]);
    });

    it.skipIf(!hasTmux)("are no wider than the screen in tmux", { timeout: 60_000 }, async () => {
      for (const each of all) expect(await tooWide(each, onTmux)).toEqual([]);
    });
  },
);
