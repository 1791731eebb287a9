import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const project = join(import.meta.dirname, "../../..");
// npm, turbo and the program start one after the other, beside the other tests.
const patient = { timeout: 30_000 };

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-start-"));
  mkdirSync(join(folder, "news"));
  writeFileSync(join(folder, "news/bridge.md"), "# A bridge opens\n\nIt opened on Monday.\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(
  "npm start hands its arguments on, and finds a folder from where the user stood",
  patient,
  () => {
    const list: unknown = JSON.parse(run("start", "list", "news", "--json"));
    expect(list).toMatchObject({ data: [{ headline: "A bridge opens" }] });
  },
);

it("npm start opens the sample archive when no folder is named", patient, () => {
  const { meta } = JSON.parse(run("start", "list", "--json"));
  expect(meta.total).toBeGreaterThanOrEqual(24);
});

it.for(["SIGTERM", "SIGINT", "SIGKILL"] as const)(
  "%s to npm ends the server too",
  patient,
  async (signal) => {
    const npm = spawn("npm", script("serve", "news", "--port", "0"), {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    // First it prints its address; the pipe closes when the last process that holds it has ended.
    await once(npm.stdout, "data");
    npm.kill(signal);
    await expect(once(npm, "close")).resolves.toHaveLength(2);
  },
);

function run(name: string, ...options: readonly string[]): string {
  return execFileSync("npm", script(name, ...options), { cwd: folder, encoding: "utf8" });
}

/** The options with which npm runs a script of the project from another folder. */
function script(name: string, ...options: readonly string[]): string[] {
  return ["--silent", `--prefix=${project}`, "run", name, "--", ...options, "--cache", "index"];
}
