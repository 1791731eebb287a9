import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { archiveFolder, articleFile, program } from "./archive-folder.ts";
import { openSession } from "./pseudo-terminal.ts";

// A program is started, on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const day = (index: number): string => `2024-11-${String(index).padStart(2, "0")}`;
const body = (first = ""): string =>
  `${first}${Array.from({ length: 40 }, (_, index) => `Paragraph ${index}.\n\n`).join("")}`;
const named = (index: number): string => `article-${index}.md`;
const fileOf = (index: number, first?: string): string =>
  articleFile(`Headline ${index}`, day(index), { code: `CODE${index}` }, body(first));

it("place and selection stay while files are added, written anew and deleted", async () => {
  const { folder, cache, remove } = archiveFolder(
    Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [named(index + 1), fileOf(index + 1)]),
    ),
  );
  const write = (index: number, text: string): void =>
    writeFileSync(join(folder, named(index)), text);
  const session = openSession(process.execPath, [program, folder, "--cache", cache]);
  const { press, see } = session;
  try {
    await see(/1 of 20$/);
    press("jjj");
    const before = await see(/▌17 Nov {3}Headline 17[^]*4 of 20$/);
    // Newer ones come above what is in view, and nothing in view moves.
    write(21, fileOf(21));
    write(22, fileOf(22));
    press("r");
    expect((await see(/6 of 22$/)).slice(4, 12)).toEqual(before.slice(4, 12));
    // The selected one goes: the next stands in its place.
    rmSync(join(folder, named(17)));
    press("r");
    await see(/▌16 Nov {3}Headline 16[^]*6 of 21$/);

    press("\r");
    await see(/Paragraph 0\./);
    press(" ");
    const read = await see(/^ +Paragraph 9\./m);
    write(16, fileOf(16, "One paragraph before the others.\n\nAnd another one.\n\n"));
    // The bar of the foot is what tells that the new text has come: less of it has been seen.
    const seen = Number(/(\d+) % ·/.exec(read.join("\n"))?.[1]);
    press("r");
    await vi.waitFor(() => {
      const shown = session.emulator.rows().join("\n");
      expect(Number(/(\d+) % ·/.exec(shown)?.[1])).not.toBe(seen);
    }, 15_000);
    expect(session.emulator.rows().slice(3, 22)).toEqual(read.slice(3, 22));
    rmSync(join(folder, named(16)));
    press("r");
    expect((await see(/no longer in the archive$/)).slice(3, 22)).toEqual(read.slice(3, 22));
    press("n");
    await see(/Headline 15[^]*6 of 20$/);
  } finally {
    session.kill("SIGKILL");
    await session.ended;
    remove();
  }
});
