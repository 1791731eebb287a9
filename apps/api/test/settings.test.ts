import { describe, expect, it } from "vitest";
import { flags } from "../src/flags.ts";
import { parseCommand, type Settings } from "../src/settings.ts";

function settings(args: readonly string[], environment: Record<string, string> = {}): Settings {
  const command = parseCommand(args, environment);
  if (command.type !== "serve") throw new Error(JSON.stringify(command));
  return command.settings;
}

describe("parseCommand", () => {
  it("serves the current folder to this machine when nothing is said", () => {
    expect(settings([])).toEqual({
      folder: ".",
      port: 8787,
      host: "127.0.0.1",
      allowedHosts: [],
      cors: [],
      log: "requests",
      fullText: false,
      remoteImages: false,
      raw: false,
      drafts: false,
      future: false,
    });
  });

  it("reads flags in both spellings, before and after the folder", () => {
    expect(
      settings([
        "--port=0",
        "news",
        "--cache",
        "/tmp/c",
        "--drafts",
        "--allow-host",
        "A.example,b.example",
      ]),
    ).toEqual({
      folder: "news",
      port: 0,
      host: "127.0.0.1",
      allowedHosts: ["a.example", "b.example"],
      cacheDir: "/tmp/c",
      cors: [],
      log: "requests",
      fullText: false,
      remoteImages: false,
      raw: false,
      drafts: true,
      future: false,
    });
  });

  it("reads every flag from the environment too, and a flag holds over it", () => {
    const environment = {
      BROADSHEET_FOLDER: "sample",
      BROADSHEET_PORT: "9000",
      BROADSHEET_HOST: "::1",
      BROADSHEET_ALLOW_HOST: "news.example",
      BROADSHEET_CACHE: "/tmp/c",
      BROADSHEET_BASE_URL: "https://News.example/",
      BROADSHEET_CORS: "https://a.example, http://localhost:3000",
      BROADSHEET_LOG: "errors",
      BROADSHEET_FULL_TEXT: "yes",
      BROADSHEET_REMOTE_IMAGES: "on",
      BROADSHEET_DRAFTS: "1",
      BROADSHEET_FUTURE: "true",
      BROADSHEET_RAW: "1",
    };
    expect(settings([], environment)).toEqual({
      folder: "sample",
      port: 9000,
      host: "::1",
      allowedHosts: ["news.example"],
      cacheDir: "/tmp/c",
      baseUrl: "https://news.example",
      cors: ["https://a.example", "http://localhost:3000"],
      log: "errors",
      fullText: true,
      remoteImages: true,
      raw: true,
      drafts: true,
      future: true,
    });
    expect(settings(["mine", "--port", "1"], environment)).toMatchObject({
      folder: "mine",
      port: 1,
    });
  });

  it("takes an empty variable for none", () => {
    expect(
      settings([], { BROADSHEET_PORT: "", BROADSHEET_FOLDER: "", BROADSHEET_DRAFTS: "" }),
    ).toMatchObject({
      folder: ".",
      port: 8787,
      drafts: false,
    });
  });

  it("takes what follows -- for a folder", () => {
    expect(settings(["--", "--odd"]).folder).toBe("--odd");
  });

  it("shows help and version before it complains of anything else", () => {
    expect(parseCommand(["a", "b", "--help"], {}).type).toBe("help");
    expect(parseCommand(["--version", "--port", "x"], {}).type).toBe("version");
  });

  it.for([
    [["--prot", "1"], "There is no flag --prot. Did you mean --port?"],
    [["-p", "1"], "There is no flag -p. --help lists them all."],
    [["--weather"], "There is no flag --weather. --help lists them all."],
    [["--port"], "--port needs a value: --port PORT."],
    [["--port="], "--port needs a value: --port PORT."],
    [["--port", "http"], "The port must be a whole number from 0 to 65535, not “http”."],
    [["--port", "65536"], "The port must be a whole number from 0 to 65535, not “65536”."],
    [
      ["--base-url", "news.example"],
      "--base-url takes an address of the web, such as https://news.example, not “news.example”.",
    ],
    [
      ["--base-url", "https://news.example/?a=b"],
      "--base-url takes an address of the web, such as https://news.example, not “https://news.example/?a=b”.",
    ],
    [
      ["--cors", "*,javascript:alert(1)"],
      "--cors takes a scheme and a host, such as https://news.example, not “javascript:alert(1)”.",
    ],
    [["--log", "all"], "--log takes requests, errors, off, not “all”."],
    [["--drafts=yes"], "--drafts takes no value."],
    [["--port", "1", "--port", "2"], "--port is given more than once."],
    [["a", "b"], "One folder is served, but 2 are given."],
    [["--\u001b[31m"], "There is no flag --. --help lists them all."],
  ] as const)("says in one sentence what is wrong with %j", ([args, sentence]) => {
    expect(parseCommand(args, {})).toEqual({ type: "mistake", sentence });
  });

  it("says which variable is wrong", () => {
    expect(parseCommand([], { BROADSHEET_DRAFTS: "maybe" })).toEqual({
      type: "mistake",
      sentence: "BROADSHEET_DRAFTS must be 1 or 0, not “maybe”.",
    });
  });

  it("reads every flag of the table", () => {
    const values = new Map([
      ["base-url", "https://news.example"],
      ["cors", "https://news.example"],
      ["log", "off"],
    ]);
    for (const flag of flags) {
      const value = values.get(flag.name) ?? "1";
      const args = "value" in flag ? [`--${flag.name}`, value] : [`--${flag.name}`];
      expect(parseCommand(args, {}).type).not.toBe("mistake");
    }
  });
});
