import manifest from "../package.json" with { type: "json" };
import { exitCodes } from "./command-line/exit-codes.ts";
import { flagValue, parseArguments, type Invocation } from "./command-line/parse-arguments.ts";
import { themeNames } from "./terminal/theme-name.ts";

// Everything else is loaded when it is gone to: what is not loaded delays nothing.
const invocation = await parseArguments(process.argv.slice(2));
const defaultFolder = process.env["BROADSHEET_FOLDER"] ?? ".";

if ("message" in invocation) {
  const { command, message } = invocation;
  const help = `broadsheet${command === "read" ? "" : ` ${command}`} --help`;
  process.stderr.write(`broadsheet: ${message}\nTry ${help}.\n`);
  process.exitCode = exitCodes.usage.code;
} else if (flagValue(invocation, "--help") !== undefined) {
  const { helpText } = await import("./command-line/help-text.ts");
  process.stdout.write(await helpText(invocation.command));
} else if (flagValue(invocation, "--version") !== undefined) {
  process.stdout.write(`${manifest.version}\n`);
} else if (isForScreen(invocation)) {
  await read(invocation);
} else {
  await print(invocation);
}

/** The screen needs a terminal on both sides, and one that can more than print. */
function isForScreen({ command }: Invocation): boolean {
  return (
    command === "read" &&
    process.stdout.isTTY &&
    process.stdin.isTTY &&
    process.env["TERM"] !== "dumb"
  );
}

async function read(asked: Invocation): Promise<void> {
  const [folder = defaultFolder] = asked.words;
  const cacheDir = flagValue(asked, "--cache");
  // The archive is opened in a worker, which starts while the screen is still being loaded.
  const { openArchive } = await import("@broadsheet/core/open");
  const opening = openArchive(folder, cacheDir === undefined ? {} : { cacheDir });
  opening.catch(() => undefined); // it is told when the screen waits for it
  const { readArchive } = await import("./session/read-archive.ts");
  const wanted = flagValue(asked, "--theme");
  const themeName = themeNames.find((name) => name === wanted) ?? "auto";
  const isPlain =
    flagValue(asked, "--plain") !== undefined || process.env["INK_SCREEN_READER"] === "true";
  await readArchive(opening, folder, { themeName, isPlain });
}

async function print(asked: Invocation): Promise<void> {
  const { explain, runCommand } = await import("./command-line/run-command.ts");
  try {
    process.exitCode = await runCommand(asked, defaultFolder);
  } catch (error) {
    process.exitCode = explain(error, asked);
  }
}
