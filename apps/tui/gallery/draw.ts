// Draws the pictures of the README from real runs of the built program: `node apps/tui/gallery/draw.ts`.
import pty from "@lydell/node-pty";
import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { picture } from "./picture.ts";

/** One picture: what is pressed, and what must be on the screen before each key and at the end. */
type Scene = {
  readonly file: string;
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  readonly steps: readonly (readonly [seen: RegExp, keys: string])[];
  readonly end: RegExp;
};

const scenes: readonly Scene[] = [
  {
    file: "library.svg",
    title: "The sample archive in a terminal: the newest articles, the first selected",
    columns: 80,
    rows: 24,
    steps: [],
    end: /newest first {3}[▁-▇]+ 2024\n[^]*1 of \d+$/,
  },
  {
    file: "search.svg",
    title: "The sample archive, searched for “bridge”",
    columns: 80,
    rows: 24,
    steps: [
      [/1 of \d+$/, "/bridge\r"],
      [/of \d+, newest first/, "j"],
    ],
    end: /“…?[^]*2 of \d+$/,
  },
  {
    file: "reader.svg",
    title: "An article of the sample archive",
    columns: 80,
    rows: 24,
    steps: [[/1 of \d+$/, "\r"]],
    end: /% · 1 of \d+$/,
  },
  {
    file: "problems.svg",
    title: "What is wrong with files of the sample archive, and how to mend it",
    columns: 80,
    rows: 24,
    steps: [[/! \d+ problems/, "!"]],
    end: /Warning · [^]*Enter edit/,
  },
];

const folder = fileURLToPath(new URL("../../../packages/sample/articles", import.meta.url));
const program = fileURLToPath(new URL("../bin/broadsheet.js", import.meta.url));
const cache = mkdtempSync(join(tmpdir(), "broadsheet-gallery-"));

/** Longest time that anything may take to be seen, in milliseconds. */
const patienceMs = 20_000;

async function draw({ file, title, columns, rows, steps, end }: Scene): Promise<void> {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = "11";
  const running = pty.spawn(process.execPath, [program, folder, "--cache", cache], {
    cols: columns,
    rows,
    name: "xterm-256color",
    env: { PATH: process.env["PATH"] ?? "", COLORTERM: "truecolor", LANG: "C.UTF-8" },
  });
  running.onData((bytes) => terminal.write(bytes));
  terminal.onData((answer) => running.write(answer));

  const see = async (pattern: RegExp): Promise<void> => {
    const late = performance.now() + patienceMs;
    while (!pattern.test(textOf(terminal))) {
      if (performance.now() > late) throw new Error(`${pattern} is not seen:\n${textOf(terminal)}`);
      await new Promise((again) => setTimeout(again, 20));
    }
  };
  for (const [seen, keys] of steps) {
    await see(seen);
    running.write(keys);
  }
  await see(end);
  const svg = picture(terminal, title);
  writeFileSync(fileURLToPath(new URL(file, import.meta.url)), svg);
  console.log(`${file}: ${svg.length} bytes`);
  running.kill();
}

function textOf(terminal: InstanceType<typeof headless.Terminal>): string {
  const lines = Array.from({ length: terminal.rows }, (_, row) =>
    terminal.buffer.active.getLine(row)?.translateToString(true),
  );
  return lines.join("\n").trimEnd();
}

try {
  for (const scene of scenes) await draw(scene);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
