import { searchFields } from "@broadsheet/core/view";
import { expect, it } from "vitest";
import { allFlags, commandLines } from "../../src/command-line/command-table.ts";
import { helpText } from "../../src/command-line/help-text.ts";

it("explains every field of the query language where a query is asked for", async () => {
  const help = await helpText("search");
  for (const { example } of searchFields) expect(help).toContain(`  ${example} `);
  expect(await helpText("list")).not.toContain("Fields:");
});

it.for(commandLines)(
  "the help of $name has its flags, in lines of 80 columns at most",
  async (line) => {
    const help = await helpText(line.name);
    for (const { name } of await allFlags(line)) expect(help).toContain(name);
    expect(help.split("\n").filter((each) => each.length > 80)).toEqual([]);
  },
);
