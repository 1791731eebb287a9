import { BroadsheetError, cleanLine, type Archive } from "@broadsheet/core/view";
import { exitCodes, signalCodes } from "../command-line/exit-codes.ts";
import { holdErrors } from "../terminal/held-errors.ts";
import { runScreen, type ScreenOptions } from "./run-screen.ts";

/** How long the archive may take to close; nothing is lost when it takes longer. */
const closeTimeoutMs = 500;

/**
 * Shows a folder's archive on the screen and ends the program when the reader leaves. However it ends, the terminal
 * is given back first, and what there is to say is said after it.
 */
export async function readArchive(
  opening: Promise<Archive>,
  folder: string,
  look: Pick<ScreenOptions, "themeName" | "isPlain">,
): Promise<void> {
  const releaseErrors = holdErrors(process.stderr);
  const { done, leave } = runScreen({
    archive: opening,
    folder: cleanLine(folder),
    ...look,
    nowMs: Date.now(),
    keyboard: process.stdin,
    screen: process.stdout,
    environment: process.env,
  });
  const end = (code: number, message = ""): void => {
    leave();
    releaseErrors();
    if (message !== "") process.stderr.write(message);
    process.exit(code);
  };

  process.on("exit", leave);
  for (const [signal, code] of Object.entries(signalCodes)) process.on(signal, () => end(code));
  process.on("uncaughtException", (error) => end(exitCodes.fault.code, faultText(error)));
  try {
    await done;
    leave();
    await closed(opening);
    end(exitCodes.success.code);
  } catch (error) {
    if (error instanceof BroadsheetError)
      end(exitCodes.unopened.code, `broadsheet: ${cleanLine(error.message)}\n`);
    else end(exitCodes.fault.code, faultText(error));
  }
}

async function closed(opening: Promise<Archive>): Promise<void> {
  const closing = opening.then((archive) => archive.close()).catch(() => undefined);
  await Promise.race([closing, new Promise((late) => setTimeout(late, closeTimeoutMs))]);
}

/** A fault of ours, for whoever reports it. */
function faultText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split("\n").map(cleanLine);
  return `broadsheet stopped because of a fault of its own:\n${lines.join("\n")}\n`;
}
