import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLines } from "../src/command-line/command-table.ts";
import { commands } from "../src/commands/commands.ts";
import { commandWords, keyWord } from "../src/words/command-words.ts";

const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
const chapter = readme.match(/^## In a terminal\n(.*?)^## /ms)?.[1] ?? "";
const keys = chapter
  .split("\n")
  .slice(chapter.split("\n").findIndex((line) => line.startsWith("| keys")) + 2)
  .map((line) => line.split("|")[1] ?? "")
  .filter((_, row, cells) => !cells.slice(0, row).includes(""))
  .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key = ""]) => key));

test("every key in the README does something in the list or in an article", () => {
  const bound = new Set(
    [...commands.list, ...commands.reader].flatMap((command) => command.keys.map(keyWord)),
  );
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !bound.has(key))).toEqual([]);
});

test("every command of the list and of the reader has a key in the README", () => {
  const missing = [...commands.list, ...commands.reader].filter(
    (command) => !command.keys.map(keyWord).some((key) => keys.includes(key)),
  );
  expect(missing.map((command) => command.name)).toEqual([]);
});

test("the README has every command of the command line with its arguments, and no other", () => {
  const listed = [...chapter.matchAll(/^\| `broadsheet ([^`]+)`/gm)].map(([, usage = ""]) =>
    usage.replaceAll("\\|", "|"),
  );
  const usages = commandLines.flatMap(({ name, parameters }) =>
    name === "read" ? [] : [name, ...parameters].join(" "),
  );
  expect(listed).toEqual(usages);
});

test("every flag that the README names for the command line is one", () => {
  const flags = commandLines.flatMap((line) => line.flags.map((flag) => flag.name));
  const named = [...chapter.matchAll(/`(--[a-z-]+)/g)].map(([, flag]) => flag);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((flag) => !flags.includes(flag ?? ""))).toEqual([]);
});

test.for(
  [...readme.matchAll(/\]\((apps\/tui\/gallery\/[a-z]+\.svg)\)/g)].map(([, path = ""]) => path),
)("%s shows the keys as the foot writes them", (path) => {
  const picture = readFileSync(join(import.meta.dirname, "../../..", path), "utf8");
  const texts = [...picture.matchAll(/<text [^>]* y="(\d+)"[^>]*>([^<]*)</g)];
  const last = texts.at(-1)?.[1];
  const foot = texts.flatMap(([, y, text = ""]) => (y === last ? [text] : []));
  const feet = Object.values(commandWords).flatMap((word: { foot: string; short?: string }) => [
    word.foot,
    word.short,
  ]);
  const written = new Set([
    ...feet,
    ...Object.values(commands).flatMap((all) => all.flatMap(({ keys: each }) => each.map(keyWord))),
  ]);
  // Beside keys and words there is only where one is.
  expect(foot.filter((text) => !written.has(text) && !/\d/.test(text))).toEqual([]);
  expect(foot).toContain(commandWords.help.foot);
});
