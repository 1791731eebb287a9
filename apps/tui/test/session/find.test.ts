import { afterEach, describe, expect, it } from "vitest";
import { memoryArchive } from "../../../../packages/core/test/memory-archive.ts";
import { article } from "../articles.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

const running: ScreenUnderTest[] = [];
afterEach(() => {
  for (const screen of running.splice(0)) screen.leave();
});

/** An article of a hundred paragraphs, of which the 20th, the 50th and the 80th have a crane in them. */
function show(columns = 80, rows = 24): ScreenUnderTest {
  const text = Array.from({ length: 100 }, (_, index) =>
    index % 30 === 20 ? `Number ${index} has a Crane.` : `Number ${index} has none.`,
  ).join("\n\n");
  const screen = showOnFakeTerminal(
    memoryArchive([{ article: article("a", { text }), body: text }], { name: "Cranes" }),
    { columns, rows },
  );
  running.push(screen);
  return screen;
}

describe.for([
  [80, 24],
  [40, 12],
] as const)("finding in an article in %i columns and %i rows", ([columns, rows]) => {
  it("goes to the first place while one types, and to the others with n and N", async () => {
    const { press, see } = show(columns, rows);
    await see(/1 of 1/);
    press("\r/cran");
    await see(/Number 20 has a Crane[^]*\/ cran/);
    press("\r");
    await see(/n match/);
    press("n");
    await see(/Number 50 has/);
    press("n");
    await see(/Number 80 has/);
    press("n");
    await see(/no more/);
    press("N");
    expect((await see(/Number 50 has/)).join("\n")).not.toMatch(/Number 80/);
  });

  it("says that there is nothing, and Esc ends it where it began", async () => {
    const { press, see } = show(columns, rows);
    await see(/1 of 1/);
    press("\r/crane");
    await see(/Number 20 has/);
    press("x");
    const shown = await see(/Number 0 has/);
    expect(shown.at(-1)).toMatch(/^ \/ cranex/);
    press("\x1b[27u");
    expect((await see(/Esc list/)).join("\n")).toMatch(/Number 0 has/);
  });

  it("does the same when all keys come in one read", async () => {
    const { press, see } = show(columns, rows);
    await see(/1 of 1/);
    press("\r/crane\rn");
    expect((await see(/Number 50 has/)).at(-1)).toMatch(/n match/);
  });
});

it("the cursor stands in the text that one types", async () => {
  const { press, see, emulator } = show();
  await see(/1 of 1/);
  press("\r/crane");
  await see(/\/ crane/);
  expect(emulator.cursor()).toEqual({ row: 23, column: 8 });
});
