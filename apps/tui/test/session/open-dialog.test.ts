import { afterEach, describe, expect, it } from "vitest";
import { archiveOf } from "./archive.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

let screen: ScreenUnderTest;
afterEach(() => screen.leave());

describe("the help, in the place of the panes", () => {
  it("opens and closes as often as it is asked for, also all in one read", async () => {
    screen = showOnFakeTerminal(archiveOf(30));
    await screen.see(/1 of 30/);
    screen.press("?\x1b[27u?\x1b[27uj?");
    const rows = await screen.see(/Leave Broadsheet/);
    expect(rows.join("\n")).not.toContain("Number 1 on the ferry");
    screen.press("?");
    expect((await screen.see(/2 of 30/)).join("\n")).not.toContain("Leave Broadsheet");
    screen.press("?");
    await screen.see(/Leave Broadsheet/);
  });

  it("fits a terminal whose size changes, and keeps the head and the foot", async () => {
    screen = showOnFakeTerminal(archiveOf(30));
    await screen.see(/1 of 30/);
    screen.press("?");
    await screen.see(/Leave Broadsheet/);
    screen.resize(60, 18);
    const rows = await screen.see(/^━{58}$/m);
    expect(rows).toHaveLength(18);
    expect(rows[0]).toMatch(/THE RIVER GAZETTE/);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(58);
  });
});
