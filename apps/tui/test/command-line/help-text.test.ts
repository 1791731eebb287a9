import { expect, it } from "vitest";
import { allFlags, commandLines } from "../../src/command-line/command-table.ts";
import { helpText } from "../../src/command-line/help-text.ts";

it.for(commandLines)(
  "the help of $name has its flags, in lines of 80 columns at most",
  async (line) => {
    const help = await helpText(line.name);
    for (const { name } of await allFlags(line)) expect(help).toContain(name);
    expect(help.split("\n").filter((each) => each.length > 80)).toEqual([]);
  },
);
