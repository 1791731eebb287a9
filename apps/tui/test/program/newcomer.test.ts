import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it, vi } from "vitest";
import { program } from "./archive-folder.ts";
import { openSession, type Session } from "./pseudo-terminal.ts";

vi.setConfig({ testTimeout: 60_000 });

const sample = fileURLToPath(new URL("../../../../packages/sample/articles", import.meta.url));
const cache = mkdtempSync(join(tmpdir(), "broadsheet-newcomer-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const sent: Readonly<Record<string, string>> = { Enter: "\r", Esc: "\x1b", Tab: "\t" };

/** Presses a key, which the screen must name together with what it does. */
async function take({ see, press }: Session, hint: RegExp): Promise<void> {
  const rows = await see(hint);
  const [key = ""] = hint.exec(rows.join("\n"))?.[0].trim().split(" ") ?? [];
  press(sent[key] ?? key);
}

/** The selected row: of the filters, where one is among them, or else of the list. */
function selected({ emulator }: Session): string {
  const rows = emulator.rows();
  return rows.find((row) => row.startsWith("▌")) ?? rows.find((row) => row.includes("▌")) ?? "";
}

/** Goes down, row by row, until something is selected. */
async function goDownTo(session: Session, wanted: RegExp): Promise<void> {
  for (let rows = 0; rows < 60 && !wanted.test(selected(session)); rows++) {
    const before = selected(session);
    session.press("\x1b[B");
    await expect.poll(() => selected(session), { timeout: 15_000 }).not.toBe(before);
  }
  expect(selected(session)).toMatch(wanted);
}

it.for([
  [40, 12],
  [80, 24],
  [140, 45],
] as const)(
  "who has never seen it finds, reads, filters, follows, comes back and leaves by what the screen of %i × %i says",
  async ([columns, rows]) => {
    const session = openSession(process.execPath, [program, sample, "--cache", cache], {
      columns,
      rows,
    });
    const { see, press, ended } = session;
    await see(/31 articles/);

    await take(session, /\/ search/);
    press("second pier");
    await see(/\/ second pier.* of 31/);
    await take(session, /Enter to the list/);
    await goDownTo(session, /Work halts above second pier/);
    const place = selected(session);
    await take(session, /Enter read/);
    await see(/Esc list.* %/);

    await take(session, /l (?:links, )?related/);
    await see(/Related articles[^]*▌ +1/);
    await take(session, /Enter follow/);
    await see(/Esc list.* %/);
    await take(session, /Esc list/);
    await see(/Enter read/);
    expect(selected(session)).toBe(place);

    await take(session, /Esc clear/);
    await take(session, /Tab filters/);
    await see(/▌ +National/);
    await take(session, /Enter choose/);
    await see(/\/ National/);
    await goDownTo(session, /▌ +2024/);
    await take(session, /Enter choose/);
    await see(/\/ National, 2024[^]* Month[^]* November /);
    await goDownTo(session, /▌ +October/);
    await take(session, /Enter choose/);
    await see(/National, 2024, October/);
    await take(session, /Tab list/);
    await see(/Enter read/);
    expect(selected(session)).toMatch(/Engineers report a sound second pier/);

    await take(session, /Esc clear/);
    await take(session, /q quit/);
    expect(await ended).toBe(0);
  },
);
