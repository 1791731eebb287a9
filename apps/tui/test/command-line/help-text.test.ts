import { searchFields } from "@broadsheet/core/view";
import { expect, it } from "vitest";
import { allFlags, commandLines } from "../../src/command-line/command-table.ts";
import { helpText } from "../../src/command-line/help-text.ts";

it("explains every field of the query language where a query is asked for", async () => {
  const help = await helpText("search");
  for (const { example } of searchFields) expect(help).toContain(`  ${example} `);
  expect(await helpText("list")).not.toContain("Fields:");
});

it("names the values of a flag that takes one of a few", async () => {
  expect(await helpText("list")).toMatch(/--sort ORDER [^-]*newest, oldest,\s+relevance\./);
});

it.for(commandLines)(
  "the help of $name has its flags, in lines of 80 columns at most",
  async (line) => {
    const help = await helpText(line.name);
    for (const { name } of await allFlags(line)) expect(help).toContain(name);
    expect(help.split("\n").filter((each) => each.length > 80)).toEqual([]);
  },
);
