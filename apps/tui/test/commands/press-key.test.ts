import { describe, expect, it } from "vitest";
import { keysMeant, paste, pressKey } from "../../src/commands/press-key.ts";
import type { State } from "../../src/state/state.ts";
import { answerArticle, answerList } from "../../src/state/answers.ts";
import { words } from "../../src/words/words.ts";
import { hit } from "../articles.ts";
import { inLibrary, manyArticles, windowOf } from "../library.ts";

function press(state: State, ...names: readonly string[]): State {
  return names.reduce((before, name) => {
    const step = pressKey(before, Array.from(name).length === 1 ? { name, text: name } : { name });
    if (step === "wait") throw new Error(`${name} waits.`);
    return step.state;
  }, state);
}

describe("keys in the list", () => {
  it("move by rows and pages, to the first and the last", () => {
    const state = inLibrary(80, 24);
    expect(press(state, "j", "down", "k").list.selected).toBe(1);
    expect(press(state, "space").list.selected).toBe(9);
    expect(press(state, "end").list.selected).toBe(23);
    expect(press(state, "G", "pageup", "g").list.selected).toBe(0);
  });

  it("open the selected article, and Esc comes back to it", () => {
    const read = press(inLibrary(80, 24), "j", "enter");
    expect(read).toMatchObject({ screen: "reader", reader: { id: "a1", top: 0 } });
    expect(press(read, "escape")).toMatchObject({ screen: "library", list: { selected: 1 } });
  });

  it("wait while the answer to another search is on its way", () => {
    const searching = press(inLibrary(80, 24), "/", "b", "enter");
    expect(pressKey(searching, { name: "enter" })).toBe("wait");
    expect(pressKey(searching, { name: "down" })).toBe("wait");
    expect(pressKey(searching, { name: "q" })).toMatchObject({ effect: { type: "quit" } });
  });

  it("change the order, by relevance only when something is searched for", () => {
    const state = inLibrary(80, 24);
    expect(press(state, "s").sort).toBe("oldest");
    expect(press(state, "s", "s").sort).toBe("newest");
    expect(press({ ...state, search: { text: "x", cursor: 1 } }, "s", "s").sort).toBe("relevance");
  });

  it("that mean nothing change nothing", () => {
    const state = inLibrary(80, 24);
    expect(press(state, "x", "ស", "f9", "alt+x")).toBe(state);
    expect(press(state, "escape")).toBe(state);
  });
});

describe("keys in the reader", () => {
  it("say when there is no article before this one, or after it", () => {
    const first = press(inLibrary(80, 24), "enter");
    expect(press(first, "p")).toEqual({ ...first, said: words.noPrevious });
    const last = press(inLibrary(80, 24), "G", "enter");
    expect(press(last, "n")).toEqual({ ...last, said: words.noNext });
    expect(press(last, "n", "p")).toMatchObject({ reader: { id: "a22" } });
  });

  it("go from an article that is gone to the one that followed it", () => {
    const all = manyArticles(24).map((each) => hit(each));
    const read = press(inLibrary(80, 24), "j", "enter");
    const rest = windowOf([...all.slice(0, 1), ...all.slice(2)], 0, 23);
    const gone = answerArticle(answerList(read, rest, read.list.key, "b"), "a1", undefined, "b");
    expect(gone.list.selectedId).toBe("a2");
    expect(press(gone, "n").reader?.id).toBe("a2");
    expect(press(gone, "p").reader?.id).toBe("a0");
    // Where it comes back, as it does when an editor writes it anew, it is selected again.
    const back = answerList(gone, windowOf(all, 0, 24), gone.list.key, "c");
    expect(back.list).toMatchObject({ selected: 1, selectedId: "a1" });
    expect(press(press(gone, "n"), "escape").list.selectedId).toBe("a2");
  });
});

describe("keys in the search box", () => {
  it("are text, also those that are commands elsewhere", () => {
    expect(press(inLibrary(80, 24), "/", "q", "?", "G").search.text).toBe("q?G");
  });

  it("move the selection with the arrows", () => {
    expect(press(inLibrary(80, 24), "/", "down", "down").list.selected).toBe(2);
  });

  it("leave the box with Enter, and clear it with Esc", () => {
    const typed = press(inLibrary(80, 24), "/", "b");
    expect(press(typed, "enter")).toMatchObject({ focus: "list", search: { text: "b" } });
    expect(press(typed, "escape")).toMatchObject({ focus: "list", search: { text: "" } });
  });

  it("take what is pasted on one line, without anything that steers a terminal", () => {
    const typing = press(inLibrary(80, 24), "/");
    expect(paste(typing, "one\r\ntwo\x1b[31m\u202e three").search.text).toBe("one two three");
    expect(paste(inLibrary(80, 24), "j\r").search.text).toBe("");
  });
});

describe("Alt and a key", () => {
  it("were Esc and a key where Alt means nothing", () => {
    const typing = press(inLibrary(80, 24), "/", "b");
    expect(keysMeant(typing, { name: "alt+q" })).toEqual([
      { name: "escape" },
      { name: "q", text: "q" },
    ]);
    expect(keysMeant(typing, { name: "alt+b" })).toEqual([{ name: "alt+b" }]);
    expect(keysMeant(inLibrary(80, 24), { name: "alt+enter" })).toEqual([
      { name: "escape" },
      { name: "enter" },
    ]);
    expect(keysMeant(inLibrary(80, 24), { name: "alt+space" })).toEqual([
      { name: "escape" },
      { name: "space", text: " " },
    ]);
  });
});

describe("keys in the help", () => {
  it("scroll no further than to its end", () => {
    const down = press(inLibrary(80, 24), "?", ...Array.from({ length: 60 }, () => "pagedown"));
    expect(press(down, "up").helpTop).toBe((down.helpTop ?? 0) - 1);
    expect(press(down, "q").helpTop).toBeUndefined();
  });
});
