import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { archiveFolder, articleFile, program, smallArchive } from "./archive-folder.ts";
import { openSession, type Session, type SessionOptions } from "./pseudo-terminal.ts";

// A program is started for each test, on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 });

const { folder, cache, remove } = archiveFolder(smallArchive);
afterAll(remove);

const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) {
    session.kill("SIGKILL");
    await session.ended;
  }
});

function open(
  options: SessionOptions = {},
  args: readonly string[] = [folder, "--cache", cache],
): Session {
  const session = openSession(process.execPath, [program, ...args], options);
  sessions.push(session);
  return session;
}

/** What must be in force again when the program has ended; a shell pastes in brackets itself. */
function expectCleanTerminal(
  { emulator, written }: Session,
  modesOff: readonly string[] = ["?1049", "?2004"],
): void {
  const last = (mode: string): number => written().lastIndexOf(`\x1b[${mode}`);
  expect(emulator.isAlternate()).toBe(false);
  for (const mode of modesOff) expect(last(`${mode}l`)).toBeGreaterThan(last(`${mode}h`));
  for (const mode of ["?7", "?25"]) expect(last(`${mode}h`)).toBeGreaterThan(last(`${mode}l`));
}

describe.for([
  [40, 12],
  [80, 24],
  [140, 45],
] as const)("at %i columns and %i rows", ([columns, rows]) => {
  it("finds an article, reads it, comes back, and leaves", async () => {
    const session = open({ columns, rows });
    const { press, see, ended } = session;
    await see(/1 of 5$/);
    press("/");
    await see(/Enter to the list/);
    for (const key of "deck") press(key);
    await see(/1 of 1$/);
    press("\r");
    await see(/Enter read/);
    press("\r");
    await see(/ %( · 1 of 1)?$/);
    await see(/The ferry left at nine\./);
    press("q");
    await see(/Enter read/);
    press("\x1b");
    await see(/2 of 5$/);
    press("q");
    expect(await ended).toBe(0);
    expectCleanTerminal(session);
  });

  it("does the same with all keys in one write", async () => {
    const session = open({ columns, rows });
    await session.see(/1 of 5$/);
    session.press("/deck\r\r");
    await session.see(/ %( · 1 of 1)?$/);
    session.press("q\x1b[B\x1b[Aqqq");
    expect(await session.ended).toBe(0);
    expectCleanTerminal(session);
  });
});

describe("the library", () => {
  it("has Khmer and Japanese headlines in the same columns as the others", async () => {
    const { see } = open();
    const rows = await see(/1 of 5$/);
    const dated = rows.filter((row) => / Nov /.test(row) && !row.includes("2024"));
    expect(dated).toHaveLength(4);
    expect(rows.join("\n")).toContain(" 24 Nov   ស្ពានថ្មីនឹងបើកនៅដើមឆ្នាំក្រោយ");
    expect(rows.join("\n")).toContain(" 23 Nov   新しい橋の開通");
  });

  it("keeps its first row while files are checked, and shows new ones after r", async () => {
    const live = archiveFolder(smallArchive);
    try {
      const { press, see } = open({}, [live.folder, "--cache", live.cache]);
      await see(/1 of 5$/);
      press("j");
      await see(/2 of 5$/);
      writeFileSync(join(live.folder, "new.md"), articleFile("A new ferry arrives", "2024-12-01"));
      press("r");
      const rows = await see(/3 of 6$/);
      expect(rows.find((row) => row.startsWith("▌"))).toContain("Bridge deck");
    } finally {
      live.remove();
    }
  });
});

describe("an article that was left", () => {
  it("is opened at the same place the next time", async () => {
    const state = join(cache, "state");
    const options = { rows: 12, environment: { XDG_STATE_HOME: state } };
    const first = open(options);
    await first.see(/1 of 5$/);
    first.press("\r");
    await first.see(/The ferry left at nine|FERRY|NATIONAL/);
    first.press("jjj");
    await first.see(/^(?!.*NATIONAL)/s);
    const rows = first.emulator.rows();
    first.press("\x03");
    await first.ended;
    const second = open(options);
    await second.see(/1 of 5$/);
    second.press("\r");
    expect((await second.see(/at nine[^]*% · 1 of 5$/)).slice(2, 6)).toEqual(rows.slice(2, 6));
  });
});

describe("the reader's editor", () => {
  it("opens the file at the line, and gives the screen back", async () => {
    const faulty = archiveFolder({
      ...smallArchive,
      "wrong.md": articleFile("Wrong", "2024-02-30"),
      "../editor.sh": '#!/bin/sh\nprintf "%s|" "$@" > "$0.log"\n',
    });
    const editor = join(faulty.folder, "../editor.sh");
    chmodSync(editor, 0o755);
    try {
      const options = { environment: { EDITOR: editor } };
      const { press, see, written } = open(options, [faulty.folder, "--cache", faulty.cache]);
      await see(/! 1 problem/);
      press("!");
      await see(/wrong\.md:3/);
      press("\r");
      await vi.waitFor(() => {
        const log = readFileSync(`${editor}.log`, "utf8");
        expect(log).toBe(`+3|${join(faulty.folder, "wrong.md")}|`);
      });
      await vi.waitFor(() => expect(written().match(/\x1b\[\?1049h/g)).toHaveLength(2));
      await see(/wrong\.md:3/);
      press("\x1b");
      await see(/1 of 6$/);
    } finally {
      faulty.remove();
    }
  });

  it("may be none, which is said", async () => {
    const { press, see } = open();
    await see(/1 of 5$/);
    press("e");
    expect((await see(/EDITOR names no program$/)).at(-1)).not.toContain("of 5");
    press("j");
    expect((await see(/2 of 5$/)).at(-1)).not.toContain("EDITOR");
  });
});

describe("a terminal that is given back", () => {
  it.for([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("is as before after %s", async ([signal, code]) => {
    const session = open();
    await session.see(/1 of 5$/);
    session.press("/");
    await session.see(/Enter to the list/);
    session.kill(signal);
    expect(await session.ended).toBe(code);
    expectCleanTerminal(session);
  });

  it("is as before after Ctrl-C", async () => {
    const session = open();
    await session.see(/1 of 5$/);
    session.press("\x03");
    expect(await session.ended).toBe(0);
    expectCleanTerminal(session);
  });

  it("is as before after a fault, which is told after it", async () => {
    const fault = join(folder, "..", "fault.mjs");
    writeFileSync(
      fault,
      `process.on("SIGUSR2", () => { throw new Error("made by the test \\u001b[31m"); });`,
    );
    const session = open({ columns: 120, environment: { NODE_OPTIONS: `--import=${fault}` } });
    await session.see(/1 of 5$/);
    session.kill("SIGUSR2");
    expect(await session.ended).toBe(70);
    expectCleanTerminal(session);
    expect(session.emulator.rows().join("\n")).toMatch(
      /a fault of its own:\s+Error: made by the test\n/,
    );
  });

  it("is given to the shell on Ctrl-Z, and taken again by fg", async () => {
    const session = openSession("/bin/bash", ["--norc", "--noprofile", "-i"], {
      environment: { PS1: "shell> ", HISTFILE: "" },
    });
    sessions.push(session);
    await session.see(/shell> /);
    session.press(`${process.execPath} ${program} ${folder} --cache ${cache}\r`);
    await session.see(/1 of 5$/);
    session.press("j");
    await session.see(/2 of 5$/);
    session.press("\x1a");
    await session.see(/Stopped[^]*shell>\s*$/);
    expectCleanTerminal(session, ["?1049"]);
    session.press("fg\r");
    await session.see(/2 of 5$/);
    session.press("jq");
    await session.see(/Stopped[^]*fg[^]*shell>\s*$/);
    expectCleanTerminal(session, ["?1049"]);
    session.press("exit\r");
    await session.ended;
  });
});

describe("surroundings", () => {
  it("such as CI change nothing", async () => {
    const { see } = open({ environment: { CI: "1" } });
    expect((await see(/1 of 5$/))[0]).toContain("THE RIVER GAZETTE");
  });

  it("without colours still show the selection", async () => {
    const { see, written } = open({ environment: { NO_COLOR: "1" } });
    expect((await see(/1 of 5$/)).find((row) => row.startsWith("▌"))).toContain("Ferry");
    expect(written()).not.toMatch(/\x1b\[[\d;]*\b[34][0-8][;m]/);
    expect(written()).toContain("\x1b[1m");
  });

  it("that are a dumb terminal get the list, without control sequences", async () => {
    const session = open({ columns: 120, environment: { TERM: "dumb" } });
    expect(await session.ended).toBe(0);
    expect(session.written()).toContain("FERRY1");
    expect(session.written()).not.toContain("\x1b");
  });

  it("in which nobody can type get the list", async () => {
    const command = `${process.execPath} ${program} ${folder} --cache ${cache} < /dev/null`;
    const session = openSession("/bin/sh", ["-c", command], { columns: 120 });
    sessions.push(session);
    expect(await session.ended).toBe(0);
    expect(session.emulator.rows().join("\n")).toContain("National · 2 min · FERRY1");
    expect(session.emulator.isAlternate()).toBe(false);
  });

  it("in which the folder is missing are told so after the screen is gone", async () => {
    const session = open({ columns: 120 }, [`${folder}-no`, "--cache", cache]);
    expect(await session.ended).toBe(3);
    expectCleanTerminal(session);
    expect(session.emulator.rows().join("\n")).toMatch(/broadsheet: .*archive-no/);
  });
});
