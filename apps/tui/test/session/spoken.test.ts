import type { Archive } from "@broadsheet/core";
import { afterEach, expect, it } from "vitest";
import { archiveOf } from "./archive.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

const running: ScreenUnderTest[] = [];
afterEach(() => {
  for (const screen of running.splice(0)) screen.leave();
});

function speak(count = 40): ScreenUnderTest {
  const screen = showOnFakeTerminal(archiveOf(count), { isPlain: true, columns: 200, rows: 60 });
  running.push(screen);
  return screen;
}

/** Waits until it is said. */
async function hear(screen: ScreenUnderTest, pattern: RegExp): Promise<void> {
  await expect.poll(() => said(screen), { timeout: 4_000, interval: 5 }).toMatch(pattern);
}

const said = (screen: ScreenUnderTest): string => screen.written().replaceAll("\r\n", "\n");

const lines = (screen: ScreenUnderTest): string[] =>
  screen
    .written()
    .split("\n")
    .filter((line) => line.includes("Number"));

it("says one line for each move in the list", async () => {
  const screen = speak();
  await hear(screen, /1 of 40\. Number 0 on the bridge\. National\./);
  screen.press("\x1b[B");
  await hear(screen, /2 of 40\. Number 1/);
  screen.press("j");
  await hear(screen, /3 of 40\. Number 2/);
  expect(lines(screen)).toHaveLength(3);
});

it("says what the archive is called and how large it is as soon as that is known, once", async () => {
  const { promise, resolve } = Promise.withResolvers<Archive>();
  const screen = showOnFakeTerminal(promise, { isPlain: true, columns: 200, rows: 60 });
  running.push(screen);
  await hear(screen, /archive\. Opening… Press \? or F1 for help\.\n/i);
  resolve(archiveOf(40));
  await hear(screen, /for help\.\nTHE RIVER GAZETTE\. 40 articles · [^\n]*\n1 of 40/);
  screen.press("j");
  await hear(screen, /2 of 40/);
  expect(said(screen).match(/40 articles/g)).toHaveLength(1);
});

it("reads an article passage by passage, and says nothing twice", async () => {
  const screen = speak();
  await hear(screen, /1 of 40/);
  screen.press("\r");
  await hear(screen, /National\. Srey Veal\. 26 Nov 2024/);
  screen.press("\x1b[B");
  await hear(screen, /^The bridge was the talk of the town\.$/m);
  screen.press("\x1b[B");
  await hear(screen, /^Paragraph about the bridge/m);
  screen.press("\x1b[A");
  await hear(screen, /(?:The bridge was the talk[^]*){2}/);
  screen.press("\x1b[A");
  await hear(screen, /(?:The bridge was the talk[^]*){2}Number 0/);
  expect(said(screen).match(/^Paragraph about/gm)).toHaveLength(1);
});

it("says what an article leads to when that is known, and not before", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const archive = archiveOf(40);
  const screen = showOnFakeTerminal(
    {
      ...archive,
      async related(id, options) {
        await promise;
        return archive.related(id, options);
      },
    },
    { isPlain: true, columns: 200, rows: 60 },
  );
  running.push(screen);
  await hear(screen, /1 of 40/);
  screen.press("\r");
  await hear(screen, /Srey Veal\. 26 Nov 2024[^]*Srey Veal/);
  screen.press("l");
  await new Promise(setImmediate);
  resolve();
  await hear(screen, /1 of \d\. Related articles\. Number/);
  expect(said(screen)).not.toContain("no related articles");
});

it("says what a search finds when that is known, and not before", async () => {
  const screen = speak();
  await hear(screen, /1 of 40/);
  screen.press("/ferry");
  await hear(screen, /Search: ferry\. 1 of 10\. Number 1 on the ferry/);
  expect(screen.written()).not.toContain("ferry. 1 of 40");
  expect(screen.written()).not.toContain("searching");
});

it("takes the terminal neither whole nor with control sequences", async () => {
  const screen = speak();
  await hear(screen, /1 of 40/);
  screen.press("?");
  await hear(screen, /Enter.*: Read the selected article/);
  screen.leave();
  // What is pasted is told from what is typed; nothing else is asked of the terminal.
  expect(said(screen).replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
});
