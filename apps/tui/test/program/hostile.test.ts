import * as fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveFolder, program } from "./archive-folder.ts";
import { openSession } from "./pseudo-terminal.ts";
import { run } from "./run-program.ts";

// A program is started for each test, on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

/** What titles, modes, clipboards, keys, colours and whole screens are set by, whole and torn. */
const attack = fc.constantFrom(
  "\x1b]0;owned\x07",
  "\x1b]2;owned\x1b\\",
  "\x1b]52;c;b3duZWQ=\x07",
  "\x1b]4;1;#ff0000\x07",
  "\x1b]10;#000000\x1b\\\x1b]11;#000000\x1b\\",
  "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\",
  "\x1b]8;;javascript:alert(1)\x07click",
  "\x1b[?1049l",
  "\x1b[?1h\x1b=",
  "\x1b[?1000h\x1b[?1006h",
  "\x1b[?2004l",
  "\x1b[2J\x1b[H",
  "\x1b[31;5m",
  "\x1b[6n",
  "\x1b[21t",
  "\x1bc",
  "\x1bP+q544e\x1b\\",
  "\x1b_Gi=31;AAAA\x1b\\",
  "\x1b^private\x1b\\",
  "\x1b]0;never ended",
  "\x1b[",
  "\x1b",
  "\x9b31m",
  "\x9d0;owned\x9c",
  "\u0090q\u009c",
  "\x00\x07\x08\x0b\x0c\x0e\x0f\x7f",
  "\u2028\u2029\u0085",
  "\u202e\u2066\u200f\ufeff",
  "\u{e0041}\u{e007f}",
  "\ud800",
);
const hostile = fc
  .array(
    fc.oneof(
      attack,
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom("ស្ពាន", "bridge", " "),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));

const files = fc
  .array(
    fc.record({
      name: hostile.map((text) => text.replaceAll(/[/\0\ud800-\udfff]/g, "").slice(0, 40)),
      fields: fc.array(hostile, { minLength: 8, maxLength: 8 }),
      body: fc.array(hostile, { minLength: 12, maxLength: 12 }),
      isEscaped: fc.boolean(),
    }),
    { minLength: 24, maxLength: 24 },
  )
  .map((all) =>
    Object.fromEntries([
      ...all.map(({ name, fields, body, isEscaped }, index) => [
        `a${index}${name}.md`,
        articleOf(
          // As YAML's escapes, and as the bytes themselves.
          fields.map((field) => (isEscaped ? JSON.stringify(field) : field.replaceAll("\n", " "))),
          body,
          index,
        ),
      ]),
      ["broadsheet.json", JSON.stringify({ name: `Evil ${all[0]?.fields[0] ?? ""}` })],
    ]),
  );

function articleOf(fields: readonly string[], body: readonly string[], index: number): string {
  const [title, section, author, language, description, image, code, keyword] = fields;
  const [text, heading, link, address, cell, quote, listed, alt, source, info, written, last] =
    body;
  return [
    "---",
    `title: ${title}`,
    `category: ${section}`,
    `author: ${author}`,
    `language: ${language}`,
    `description: ${description}`,
    `image: ${image}`,
    ...(index % 3 === 0 ? [`code: ${code}`] : []),
    `tags: [${keyword}]`,
    `date: ${index % 5 === 0 ? keyword : `2024-11-${String(index + 1).padStart(2, "0")}`}`,
    "---",
    "",
    `Text ${text} [${link}](http://example.org/${address}) \`${cell}\` **${last}**`,
    `\n## ${heading}\n\n> ${quote}\n\n- ${listed}\n`,
    `\n![${alt}](${source} "${alt}")\n\n\`\`\`${info}\n${written}\n\`\`\`\n`,
    `\n| ${cell} | b |\n|---|---|\n| ${quote} | d |\n`,
  ].join("\n");
}

/** Everything that the program itself may say to a terminal. */
const ownSequences = new RegExp(
  [
    "\\x1b\\[\\?(?:25|2026)[hl]",
    "\\x1b\\[(?:[02]?[JK]|H|6n|c|\\d+G|\\d+;\\d+H)",
    "\\x1b\\[(?:[012349]|38;2;\\d+;\\d+;\\d+|38;5;\\d+|;)*m",
    "\\x1b\\]11;\\?\\x1b\\\\",
    "\\x1b\\]8;(?:id=[a-z0-9]+;(?:https?|mailto):[\\x21-\\x7e]+|;)\\x1b\\\\",
  ].join("|"),
  "g",
);

/** What it says once: when it takes the terminal, and when it gives it back. */
const saidOnce = ["?1049h", "?7l", "?2004h", "?2004l", "?7h", "?1049l"].map(
  (mode) => `\x1b[${mode}`,
);

/** What is neither text nor said by the program itself. */
function foreign(written: string): readonly string[] {
  const lasting = saidOnce.reduce((text, mode) => text.replace(mode, ""), written);
  const rest = lasting.replaceAll(ownSequences, "").replaceAll(/\r?\n|\t/g, "");
  return (
    rest.match(
      /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,
    ) ?? []
  );
}

// Always the same articles: a failure that comes and goes helps nobody.
const [written = {}] = fc.sample(files, { seed: 7, numRuns: 1 });
const { folder, cache, remove } = archiveFolder(written);
afterAll(remove);

const pasted = `\x1b[200~bridge \x1b]0;owned\x07\u202e \x9b31m\x1b[201~`;

describe("control characters in every field and file name of an archive", () => {
  it("can be told from what the program says itself", () => {
    const own = `${saidOnce.join("")}\x1b[1;2Hab\x1b[1;38;2;1;2;3mc\x1b[0m`;
    expect(foreign(own)).toEqual([]);
    for (const bytes of fc.sample(attack, 100).filter((each) => each !== "\ud800"))
      expect(foreign(`${own}${bytes}${own}`)).not.toEqual([]);
  });

  it.for([
    [80, 24],
    [140, 45],
  ] as const)("leave a terminal of %i columns and %i rows as it is", async ([columns, rows]) => {
    const session = openSession(process.execPath, [program, folder, "--cache", cache], {
      columns,
      rows,
      environment: { COLORTERM: "truecolor" },
    });
    try {
      const { press, see } = session;
      await see(/1 of 24$/);
      // Through each article and its links, then the problems, a search, the filters and the help.
      press("jjGg\r");
      for (let article = 1; article <= 24; article++) {
        await see(new RegExp(`% · ${article} of 24$`));
        press("l");
        await see(/Enter follow/);
        press("l");
        await see(new RegExp(`% · ${article} of 24$`));
        press("G");
        await see(new RegExp(`100 % · ${article} of 24$`));
        if (article < 24) press("n");
      }
      press("q!");
      await see(/Enter edit/);
      press("jjjjGg");
      press("q/");
      await see(/Enter to the list/);
      press(pasted);
      await see(/ \/ bridge/);
      press("\r");
      await see(/Tab filters/);
      press("\x7f\x1b[27u\tG k ");
      await see(/Backspace clear/);
      press("?");
      await see(/Among the filters/);
      press("qqq");
      expect(await session.ended).toBe(0);
      expect(foreign(session.written())).toEqual([]);
    } finally {
      session.kill("SIGKILL");
    }
  });

  const asked = "\x1b]0;owned\x07\x9b31m\u202e";
  it.for([
    ["list", folder],
    ["list", folder, "--csv"],
    ["list", folder, "--json"],
    ["list", folder, `--no${asked}`],
    ["search", "bridge", folder],
    ["search", `section:${asked} date:${asked}`, folder],
    ["show", asked, folder],
    ["timeline", folder],
    ["stats", folder],
    ["check", folder, "--all"],
    ["list", `${folder}${asked}`],
  ])("are not printed by %j", async (words) => {
    const { output, errors } = await run([...words, "--cache", cache]);
    expect(output + errors).not.toBe("");
    expect(foreign(output)).toEqual([]);
    expect(foreign(errors)).toEqual([]);
  });
});
