// Draws the pictures of the README from real runs of the built program: `npm run gallery`.
import pty from "@lydell/node-pty";
import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { picture, type Ground } from "./picture.ts";

/** One picture: what is pressed, and what must be on the screen before each key and at the end. */
type Scene = {
  readonly file: string;
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  /** Default dark. */
  readonly ground?: Ground;
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
    end: /───[^]*\S{4}[^]*[1-9]\d* % · 1 of \d+$/,
  },
  {
    file: "wide.svg",
    title: "The sample archive in a wide terminal: one section and one year chosen at the left",
    columns: 140,
    rows: 45,
    steps: [
      [/1 of \d+$/, "fs "],
      [/• National/, "fy "],
      [/• 2024[^]*Month/, "\t"],
      [/1 of \d+$/, "j"],
    ],
    end: /│ NATIONAL [^]*stopped\.[^]*│ [A-Z“][^]*2 of \d+$/,
  },
  {
    file: "filters.svg",
    title: "The sample archive narrowed to a month: the filters in place of the list",
    columns: 80,
    rows: 24,
    ground: "light",
    steps: [
      [/1 of \d+$/, "fy "],
      [/• 2024[^]*Month/, "fmj "],
    ],
    end: /\/ 2024, October +2 of [^]*[▁-▇] 2024\n[^]*\? help$/,
  },
  {
    file: "khmer.svg",
    title: "An article in Khmer, its lines broken between words",
    columns: 80,
    rows: 24,
    steps: [
      [/1 of \d+$/, "/lang:km\r"],
      [/1 of 5$/, "\r"],
    ],
    end: /───[^]*[ក-៙]{4}[^]*[1-9]\d* % · 1 of 5$/,
  },
  {
    file: "links.svg",
    title: "What an article leads to, on a light ground",
    columns: 80,
    rows: 24,
    ground: "light",
    steps: [
      [/1 of \d+$/, "\r"],
      [/% · 1 of \d+$/, "l"],
    ],
    end: /Related articles[^]*Enter follow/,
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

async function draw({
  file,
  title,
  columns,
  rows,
  ground = "dark",
  steps,
  end,
}: Scene): Promise<void> {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = "11";
  const running = pty.spawn(
    process.execPath,
    [program, folder, "--cache", cache, "--theme", ground],
    {
      cols: columns,
      rows,
      name: "xterm-256color",
      env: {
        PATH: process.env["PATH"] ?? "",
        COLORTERM: "truecolor",
        LANG: "C.UTF-8",
        // A place where nothing can be kept, so that every scene begins at the start.
        XDG_STATE_HOME: "/dev/null",
      },
    },
  );
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
  // An article is laid out to its end behind the first screen of it, which shows in the foot.
  for (let shown = "", still = 0; still < 20;) {
    await new Promise((again) => setTimeout(again, 20));
    still = textOf(terminal) === shown ? still + 1 : 0;
    shown = textOf(terminal);
  }
  const svg = picture(terminal, title, ground);
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
  // The index is made first: a picture of an archive that is still being read is another each time.
  execFileSync(process.execPath, [program, "list", folder, "--cache", cache]);
  for (const scene of scenes) await draw(scene);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
