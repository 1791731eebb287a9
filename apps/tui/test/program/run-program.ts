import { execFile } from "node:child_process";
import { program } from "./archive-folder.ts";

/** What a program that ran to its end has written, and what it ended with. */
export type Ended = { readonly code: number; readonly output: string; readonly errors: string };

/** Runs the built program without a terminal. */
export function run(
  args: readonly string[],
  {
    environment = {},
    directory,
  }: { environment?: Readonly<Record<string, string>>; directory?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      {
        env: {
          PATH: process.env["PATH"] ?? "",
          HOME: "/nonexistent",
          TZ: "UTC",
          LANG: "C.UTF-8",
          ...environment,
        },
        ...(directory === undefined ? {} : { cwd: directory }),
        maxBuffer: 1e8,
      },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, output, errors });
      },
    );
    child.stdin?.end();
  });
}
