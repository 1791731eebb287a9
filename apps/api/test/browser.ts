import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** Where a Chromium is; undefined, with a sentence printed, where none is found. */
export function findBrowser(): string | undefined {
  const named = process.env["BROADSHEET_BROWSER"];
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = (named === undefined ? usual : [named]).find((path) => existsSync(path));
  if (found === undefined)
    console.warn("There is no Chromium here; set BROADSHEET_BROWSER to where one is.");
  return found;
}

/** A page of a browser, spoken to in the DevTools protocol (https://chromedevtools.github.io/devtools-protocol). */
export type BrowserPage = {
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  /** Emits each event under its own name, and all under `event`, with their names before what they tell. */
  readonly events: EventEmitter;
  readonly close: () => Promise<void>;
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
};

/** Starts a browser with one page that tells of what it loads, runs and logs. */
export async function openPage(browser: string): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), "broadsheet-browser-"));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"];
  const child = spawn(browser, [...flags, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const answers = new EventEmitter();
  const events = new EventEmitter();
  let rest = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      const { id, method = "", params } = message;
      if (id !== undefined) answers.emit(String(id), message);
      else {
        events.emit(method, params);
        events.emit("event", method, params);
      }
    }
  });
  let last = 0;
  const call = async (message: object): Promise<Record<string, unknown>> => {
    const id = ++last;
    input.write(`${JSON.stringify({ id, ...message })}\0`);
    const [{ result = {}, error }] = (await once(answers, String(id))) as [Message];
    if (error !== undefined) throw new Error(`${JSON.stringify(message)}: ${error.message}`);
    return result;
  };
  const blank = { url: "about:blank" };
  const { targetId } = await call({ method: "Target.createTarget", params: blank });
  const target = { targetId, flatten: true };
  const { sessionId } = await call({ method: "Target.attachToTarget", params: target });
  const send: BrowserPage["send"] = (method, params) => call({ method, params, sessionId });
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(`${domain}.enable`);
  return {
    send,
    events,
    close: async () => {
      const closed = once(child, "close");
      await call({ method: "Browser.close" });
      await closed;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
