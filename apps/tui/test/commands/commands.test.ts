import { describe, expect, it } from "vitest";
import { commands, contextOf, type Context } from "../../src/commands/commands.ts";
import { helpLines } from "../../src/commands/help-lines.ts";
import { commandWords, keyWord } from "../../src/words/command-words.ts";
import { inLibrary } from "../library.ts";

const contexts = Object.keys(commands) as Context[];

describe("the table of commands", () => {
  it.for(contexts)("has no key twice while keys go to the %s", (context) => {
    const keys = commands[context].flatMap((command) => command.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.for(contexts)("has no command without a key for the %s", (context) => {
    expect(commands[context].filter(({ keys }) => keys.length === 0)).toEqual([]);
  });

  it.for(contexts.filter((context) => context !== "search" && context !== "find"))(
    "reaches everything without letters while keys go to the %s",
    (context) => {
      const withoutLetters = commands[context].filter(({ keys }) =>
        keys.some((key) => key.split(" ").every((each) => each.length > 1)),
      );
      expect(withoutLetters).toEqual(commands[context]);
    },
  );

  it("has no words that no command uses", () => {
    const used = new Set(
      contexts.flatMap((context) => commands[context].map(({ name }) => name as string)),
    );
    expect(Object.keys(commandWords).filter((name) => !used.has(name))).toEqual([]);
  });

  it("takes no letter where letters are text", () => {
    const typing = [...commands.search, ...commands.find];
    expect(typing.flatMap(({ keys }) => keys).filter((key) => key.length === 1)).toEqual([]);
  });
});

describe("keys that are pressed one after the other", () => {
  it("begin nothing that a key is by itself", () => {
    for (const context of contexts) {
      const keys = commands[context].flatMap((command) => command.keys);
      const begun = keys.flatMap((key) =>
        key.includes(" ") ? key.slice(0, key.indexOf(" ")) : [],
      );
      expect(keys.filter((key) => begun.includes(key))).toEqual([]);
    }
  });
});

describe("what keys go to", () => {
  it("is the list, the search, the filters, the article, and the help before all", () => {
    const state = inLibrary(80, 24);
    expect(contextOf(state)).toBe("list");
    expect(contextOf({ ...state, focus: "search" })).toBe("search");
    expect(contextOf({ ...state, screen: "reader", focus: "filters" })).toBe("reader");
    expect(contextOf({ ...state, screen: "reader", helpTop: 0 })).toBe("help");
  });
});

describe("the help", () => {
  it("has every command of every place, those of where one was first", () => {
    const lines = helpLines("reader");
    const titles = lines.flatMap((line) => (line.type === "title" ? line.text : []));
    expect(titles[0]).toBe("While you read");
    expect(titles).toHaveLength(10);
    const entries = new Set(lines.flatMap((line) => (line.type === "entry" ? line.text : [])));
    const shown = contexts
      .filter((context) => context !== "help")
      .flatMap((context) => commands[context]);
    for (const { name } of shown) expect(entries).toContain(commandWords[name].title);
  });
});

describe("a key", () => {
  it.for([
    ["j", "j"],
    ["G", "G"],
    ["pagedown", "PgDn"],
    ["ctrl+c", "Ctrl-C"],
    ["alt+backspace", "Alt-Backspace"],
    ["ctrl+left", "Ctrl-←"],
    ["f10", "F10"],
    ["?", "?"],
    ["+", "+"],
  ] as const)("%s is written %s", ([name, word]) => {
    expect(keyWord(name)).toBe(word);
  });
});
