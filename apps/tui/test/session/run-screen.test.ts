import { FolderError, type Archive } from "@broadsheet/core";
import { afterEach, describe, expect, it } from "vitest";
import { archiveOf } from "./archive.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

const running: ScreenUnderTest[] = [];
afterEach(() => {
  for (const screen of running.splice(0)) screen.leave();
});

function show(...args: Parameters<typeof showOnFakeTerminal>): ScreenUnderTest {
  const screen = showOnFakeTerminal(...args);
  running.push(screen);
  return screen;
}

describe("the screen", () => {
  it("opens with the newest articles, the first selected", async () => {
    const { see } = show(archiveOf(30));
    const rows = await see(/1 of 30/);
    expect(rows[0]).toMatch(/THE RIVER GAZETTE.*30 articles/);
    expect(rows[1]).toMatch(/^━+$/);
    expect(rows[4]).toMatch(/^▌26 Nov +Number 0 on the bridge/);
    expect(rows.at(-1)).toMatch(/^ Enter read .*\? help +1 of 30$/);
  });

  it("filters while one types, and Enter keeps the search", async () => {
    const { press, see } = show(archiveOf(40));
    await see(/1 of 40/);
    press("/");
    await see(/Enter to the list/);
    press("ferr");
    const rows = await see(/10 of 40, newest first/);
    expect(rows[2]).toMatch(/^ \/ ferr/);
    expect(rows[4]).toMatch(/Number 1 on the ferry/);
    press("\r");
    await see(/Enter read/);
    press("\x1b");
    // The article that was selected among the results still is.
    await see(/2 of 40/);
  });

  it("does the same whether keys come alone or all in one read", async () => {
    const keys = ["/", "f", "e", "r", "r", "y", "\r", "j", "j", "\r", " "];
    const one = show(archiveOf(40));
    await one.see(/1 of 40/);
    one.press(keys.join(""));
    const together = await one.see(/% · 3 of 10/);

    const other = show(archiveOf(40));
    await other.see(/1 of 40/);
    for (const key of keys) {
      other.press(key);
      await other.emulator.drawn();
    }
    expect(await other.see(/% · 3 of 10/)).toEqual(together);
  });

  it("reads an article, goes to the next, and comes back to it in the list", async () => {
    const { press, see } = show(archiveOf(30));
    await see(/1 of 30/);
    press("\r");
    expect((await see(/1 of 30/)).join("\n")).toMatch(
      / {2}NATIONAL\n +Number 0 on the bridge\n +─{8}\n/,
    );
    press("n");
    await see(/Number 1 on the ferry\n/);
    press("\x1b[C\x1b[D");
    await see(/2 of 30/);
    press("q");
    expect((await see(/Enter read/))[5]).toMatch(/^▌25 Nov ✓ Number 1 on the ferry/);
  });

  it("goes to the end of a long list at once", async () => {
    const { press, see } = show(archiveOf(3_000));
    await see(/1 of 3,000/);
    press("G");
    const rows = await see(/3,000 of 3,000/);
    expect(rows.find((row) => row.startsWith("▌"))).toMatch(/Number 2999/);
    press("k\r");
    await see(/Number 2998/);
  });

  it("shows how keys that are begun may end, to those who hesitate", async () => {
    const { press, see, written } = show(archiveOf(40));
    await see(/1 of 40/);
    press("fy");
    await see(/▌ {2}2024 +40/);
    expect(written()).not.toContain("languages");
    press("1f");
    const rows = await see(/^ s sections/m);
    expect(rows.at(-1)).toMatch(/^ s sections {3}l languages {3}y years {3}m months/);
    press("\x1b");
    await see(/Enter read/);
  });

  it("chooses a year, then a month of it, and shows how many articles each has", async () => {
    const { press, see } = show(archiveOf(40));
    await see(/1 of 40/);
    press("\t");
    await see(/Year/);
    press("G ");
    await see(/Month\n[^]*November +26\n[^]*October +14/);
    press("G ");
    await see(/• October/);
    press("\t");
    await see(/1 of 14/);
    press("\x1b");
    // The article that was selected stays so.
    expect((await see(/27 of 40/)).join("\n")).not.toContain("October");
  });

  it("chooses a section from the filters", async () => {
    const { press, see } = show(archiveOf(30));
    await see(/1 of 30/);
    press("\t");
    await see(/▌ {2}National +15/);
    press(" \t");
    const rows = await see(/15 of 30, newest first/);
    expect(rows[2]).toMatch(/^ \/ National/);
    press("\x1b");
    await see(/1 of 30/);
  });

  it("shows the keys, and nothing else, in the help", async () => {
    const { press, see } = show(archiveOf(30));
    await see(/1 of 30/);
    press("?");
    const rows = await see(/In the list/);
    expect(rows.join("\n")).toMatch(/Enter {2}3 +Read the selected article/);
    expect(rows.join("\n")).not.toContain("Number 0");
    press("q");
    await see(/Number 0/);
  });

  it("takes the colours for a light ground when the terminal says that it has one", async () => {
    const environment = { TERM: "xterm-256color", COLORTERM: "truecolor" };
    const { press, see, written } = show(archiveOf(30), { environment });
    await see(/1 of 30/);
    expect(written()).toContain("38;2;127;208;204");
    expect(written()).toContain("\x1b[6n");
    expect(written()).toContain("\x1b]11;?\x1b\\\x1b[c");
    press("/x\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22cy");
    const rows = await see(/\/ xy/);
    expect(rows[2]).toMatch(/^ \/ xy {2}/);
    press("\x1b[27u");
    await see(/1 of 30/);
    expect(written()).toContain("38;2;11;100;105");
  });

  it("takes colours for any ground when the terminal does not say which it has", async () => {
    const environment = { TERM: "xterm-256color", COLORTERM: "truecolor" };
    const { see, written } = show(archiveOf(30), { environment });
    await see(/1 of 30/);
    // The emulator answers what it is, and not this.
    await expect.poll(written).toContain("38;2;31;130;133");
  });

  it("has its columns where they are in a terminal that draws its signs in two cells", async () => {
    const { press, see } = show(archiveOf(30), { hasWideSigns: true });
    await see(/1 of 30/);
    const rows = await see(/^=+$/m);
    expect(rows[1]).toBe("=".repeat(78));
    const text = rows.join("\n");
    expect(text).not.toMatch(/[━─│▌•·…“”▁-▇]/);
    expect(text).toMatch(/^>26 Nov {3}Number 0 on the bridge {2,}National {8}3$/m);
    press("\r");
    expect((await see(/^ {3}-{8}$/m)).join("\n")).toMatch(/Srey Veal - 26 Nov 2024 - 3 min$/m);
  });

  it("asks for nothing and writes nothing while nobody types", async () => {
    const { see, written } = show(archiveOf(30));
    await see(/1 of 30/);
    const before = written();
    await new Promise(setImmediate);
    expect(written()).toBe(before);
  });

  it("has the cursor where one types", async () => {
    const { press, see, emulator } = show(archiveOf(30));
    await see(/1 of 30/);
    press("/ស្ពាន");
    await see(/\/ ស្ពាន/);
    expect(emulator.cursor()).toEqual({ row: 2, column: 3 + 4 });
  });

  it("keeps the selected article in view through other sizes", async () => {
    const { press, resize, see } = show(archiveOf(100));
    await see(/1 of 100/);
    press("jjjjjjjjjjjjjjjjjjjj");
    await see(/21 of 100/);
    resize(40, 12);
    expect((await see(/^ Enter.{1,33}$/m)).find((row) => row.startsWith("▌"))).toMatch(/Number 20/);
    resize(140, 45);
    expect((await see(/Section .*│/)).find((row) => row.includes("▌"))).toMatch(/Number 20/);
  });

  it("rejects when the folder cannot be opened", async () => {
    const { done } = show(
      Promise.reject<Archive>(new FolderError("folder-not-found", "/x", "There is no folder /x.")),
    );
    await expect(done).rejects.toThrow("There is no folder /x.");
  });

  it("tells what an archive said that could not answer", async () => {
    const archive = {
      ...archiveOf(3),
      window: () => Promise.reject(new Error("The index is\x1b[2J broken.")),
    };
    const { see } = show(archive);
    expect((await see(/The index is broken\./)).join("\n")).toContain("Press r to try again.");
  });

  it("leaves every mode as it was", async () => {
    const { press, see, done, leave, written, emulator } = show(archiveOf(3));
    await see(/1 of 3/);
    press("q");
    await done;
    leave();
    await emulator.drawn();
    expect(emulator.isAlternate()).toBe(false);
    expect(written().endsWith("\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h")).toBe(true);
  });
});
