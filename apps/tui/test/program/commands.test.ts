import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveFolder, articleFile, program, smallArchive } from "./archive-folder.ts";
import { run, type Ended } from "./run-program.ts";

vi.setConfig({ testTimeout: 30_000 });

const { folder, cache, remove } = archiveFolder(smallArchive);
const many = archiveFolder(
  Object.fromEntries(
    Array.from({ length: 450 }, (_, number) => [`${number}.txt`, `Ferry ${number}.`]),
  ),
);
afterAll(() => {
  remove();
  many.remove();
});

const broadsheet = (...args: readonly string[]): Promise<Ended> => run([...args, "--cache", cache]);

describe("broadsheet without a terminal", () => {
  it("prints the list, one article a line, with tabs", async () => {
    const { code, output, errors } = await broadsheet(folder);
    expect(code).toBe(0);
    expect(errors).toBe("");
    expect(output.split("\n")[0]).toBe(
      "2024-11-26\tFERRY1\tNational\tFerry families ask who pays when the bridge opens",
    );
    expect(output.trimEnd().split("\n")).toHaveLength(5);
  });

  it("opens the current folder, or the one that the environment names", async () => {
    const here = await run(["list", "--cache", cache], { directory: folder });
    const named = await run(["list", "--cache", cache], {
      environment: { BROADSHEET_FOLDER: folder },
    });
    expect(here.output).toContain("FERRY1");
    expect(named.output).toBe(here.output);
  });
});

describe("broadsheet list", () => {
  it("takes the flags of the query table", async () => {
    const { output } = await broadsheet(
      "list",
      folder,
      "--section",
      "business",
      "--from=2024-11",
      "--limit",
      "1",
    );
    expect(output).toMatch(/^2024-11-25\tDECK1\t/);
  });

  it("says what section or language there is none of, and which may have been meant", async () => {
    const { errors } = await broadsheet("list", folder, "--section", "bussiness", "--lang", "fr");
    expect(errors).toBe(
      "broadsheet: There is no section bussiness. Did you mean business?\n" +
        "broadsheet: No article is in the language fr.\nNo articles.\n",
    );
  });

  it("has one JSON shape", async () => {
    const { output } = await broadsheet("list", folder, "--json", "--limit", "2");
    expect(JSON.parse(output)).toMatchObject({
      data: [
        { id: "FERRY1", headline: "Ferry families ask who pays when the bridge opens" },
        { id: "DECK1" },
      ],
      meta: { total: 5, nextCursor: expect.any(String) as unknown },
    });
  });

  it("goes on after a cursor, and says that there is more", async () => {
    const first = await broadsheet("list", folder, "--limit", "2");
    const cursor = /--cursor (\S+) goes on/.exec(first.errors)?.[1] ?? "";
    const second = await broadsheet("list", folder, "--limit", "2", "--cursor", cursor);
    expect(first.output.split("\n")).toHaveLength(3);
    expect(second.output).toContain("\tស្ពានថ្មីនឹងបើកនៅដើមឆ្នាំក្រោយ\n");
  });
});

describe("broadsheet list for other programs", () => {
  it("prints one JSON object a line", async () => {
    const { output } = await run(["list", many.folder, "--ndjson", "--cache", many.cache]);
    const lines = output.trimEnd().split("\n");
    const ids = new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id));
    expect(ids.size).toBe(450);
  });

  it("prints a table that a spreadsheet reads, and runs nothing of", async () => {
    const sheet = archiveFolder({
      "a.md": articleFile('=HYPERLINK("https://example.org","a, b")', "2024-11-26"),
    });
    const { output } = await run(["list", sheet.folder, "--csv", "--cache", sheet.cache]);
    sheet.remove();
    const [head, line] = output.split("\r\n");
    expect(head).toBe(
      "id,datePublished,section,inLanguage,headline,author,description,wordCount,originUrl,path",
    );
    expect(line).toContain(`,"'=HYPERLINK(""https://example.org"",""a, b"")",`);
  });

  it("prints paths as they are found from where one stands", async () => {
    const { output } = await broadsheet("search", "deck", folder, "--paths");
    expect(output).toBe(`${join(folder, "deck.md")}\n`);
    const zero = await broadsheet("list", folder, "-0");
    expect(zero.output.split("\0").filter(Boolean)).toHaveLength(5);
    expect(zero.output).not.toContain("\n");
  });

  it("takes one format at a time", async () => {
    expect(await broadsheet("list", folder, "--csv", "--json")).toMatchObject({
      code: 2,
      errors: "broadsheet: Choose one of --json and --csv.\n",
    });
  });
});

describe("broadsheet timeline", () => {
  it("prints months or years with their numbers of articles", async () => {
    expect((await broadsheet("timeline", folder)).output).toBe("2024-11\t4\n");
    const { output, errors } = await broadsheet("timeline", folder, "--by", "year");
    expect({ output, errors }).toEqual({ output: "2024\t4\n", errors: "1 without a date\n" });
    const few = await broadsheet("timeline", folder, "--section", "business", "--json");
    expect(JSON.parse(few.output)).toMatchObject({ data: [{ period: "2024-11", count: 1 }] });
  });

  it("says what it cannot count by", async () => {
    expect(await broadsheet("timeline", folder, "--by", "yaer")).toMatchObject({
      code: 2,
      errors:
        "broadsheet: --by: There is no yaer here. Did you mean year?\nTry broadsheet timeline --help.\n",
    });
  });
});

describe("broadsheet list into a pipe", () => {
  it("prints every article, however many there are", async () => {
    const { output, errors } = await run(["list", many.folder, "--cache", many.cache]);
    expect(output.trimEnd().split("\n")).toHaveLength(450);
    expect(errors).toBe("");
  });
});

describe("broadsheet search", () => {
  it("prints what matches", async () => {
    const { code, output } = await broadsheet("search", "deck bridge", folder);
    expect(code).toBe(0);
    expect(output).toMatch(/^2024-11-25\tDECK1\tBusiness\tBridge deck closes six weeks early\n$/);
  });

  it("has excerpts with highlights in its JSON", async () => {
    const { output } = await broadsheet("search", "mist", folder, "--json");
    const { data } = JSON.parse(output) as {
      data: { match: { excerpt: { text: string; highlights: [number, number][] } } }[];
    };
    const { text = "", highlights = [] } = data[0]?.match.excerpt ?? {};
    expect(highlights.map(([start, end]) => text.slice(start, end))[0]).toBe("mist");
  });

  it("finding nothing is no fault", async () => {
    expect(await broadsheet("search", "zeppelin", folder)).toEqual({
      code: 0,
      output: "",
      errors: "No articles.\n",
    });
  });
});

describe("broadsheet show", () => {
  it("prints an article in lines of 80 columns at most", async () => {
    const { code, output } = await broadsheet("show", "FERRY1", folder);
    expect(code).toBe(0);
    expect(output).toMatch(/^NATIONAL\nFerry families ask who pays when the bridge opens\n/);
    expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(output).toMatch(/The last paragraph of the ferry\.\n$/);
  });

  it("prints it as JSON", async () => {
    const { output } = await broadsheet("show", "DECK1", folder, "--json");
    expect(JSON.parse(output)).toMatchObject({
      data: [{ id: "DECK1", body: { text: expect.stringContaining("ferry") as unknown } }],
    });
  });

  it("ends with 1 when there is no such article", async () => {
    const { code, output, errors } = await broadsheet("show", "NO\x1b[31mONE", folder);
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(errors).toMatch(/no article with the id NOONE\./);
  });
});

describe("a command line that cannot be understood", () => {
  it.for([
    [["list", "--jsn"], "There is no flag --jsn here. Did you mean --json?"],
    [["--json"], "There is no flag --json here. It belongs to broadsheet list."],
    [["serach", "a", "b"], "There is no command serach. Did you mean search?"],
    [["search"], "QUERY is missing."],
    [["list", "a", "b"], "There is too much on the command line, from “b” on."],
    [["list", "--limit"], "--limit needs a value: --limit NUMBER."],
    [["list", "--json=yes"], "--json takes no value."],
    [["list", "--\x1b[31mred"], "There is no flag --red here."],
  ] as const)("such as %j ends with 2 and says why", async ([args, message]) => {
    const { code, output, errors } = await run(args);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toBe(
      `broadsheet: ${message}\nTry broadsheet ${["list", "search"].includes(args[0]) ? `${args[0]} ` : ""}--help.\n`,
    );
  });

  it("is also one with values that are none", async () => {
    const { code, errors } = await broadsheet(
      "list",
      folder,
      "--sort",
      "newst",
      "--from",
      "2024-13",
    );
    expect(code).toBe(2);
    expect(errors).toMatch(/--sort: .*Did you mean newest\?\n/);
    expect(errors).toMatch(/--from: /);
  });
});

describe("a folder that cannot be opened", () => {
  it("ends with 3 and says why", async () => {
    const missing = await broadsheet("list", `${folder}-no`);
    expect(missing).toMatchObject({ code: 3, output: "" });
    expect(missing.errors).toMatch(/^broadsheet: .*archive-no.*\n$/);
    expect(await broadsheet("stats", join(folder, "ferry.md"))).toMatchObject({ code: 3 });
  });

  it("may have been meant for a command", async () => {
    const { errors } = await run(["lst"], { directory: folder });
    expect(errors).toMatch(/Did you mean broadsheet list\?/);
  });

  it("is not one that has the name of a command", async () => {
    mkdirSync(join(folder, "..", "list"), { recursive: true });
    writeFileSync(
      join(folder, "..", "list", "a.md"),
      articleFile("In the folder list", "2024-01-01"),
    );
    const { output } = await run(["./list", "--cache", cache], { directory: join(folder, "..") });
    expect(output).toContain("In the folder list");
  });
});

describe("help and version", () => {
  it("name every command, flag and exit code", async () => {
    const { output } = await run(["--help"]);
    for (const word of [
      "list",
      "search QUERY",
      "show ID",
      "stats",
      "check",
      "--cache DIR",
      "--version",
      "BROADSHEET_FOLDER",
      "3   The folder",
    ]) {
      expect(output).toContain(word);
    }
    expect((await run(["search", "--help"])).output).toMatch(/--section NAME[^]*--json/);
  });

  it("need no folder", async () => {
    expect(await run(["--version"])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown,
    });
  });
});

describe("a reader of the output that goes away", () => {
  it("ends the program in silence", async () => {
    const child = spawn(process.execPath, [program, "list", folder, "--json", "--cache", cache], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    const [code] = (await once(child, "close")) as [number];
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
  });
});
