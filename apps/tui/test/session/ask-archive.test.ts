import type { Archive } from "@broadsheet/core";
import { describe, expect, it, vi } from "vitest";
import { askArchive } from "../../src/session/ask-archive.ts";
import { searchedFor } from "../../src/commands/search-commands.ts";
import { answerStatus } from "../../src/state/answers.ts";
import { initialState, type State } from "../../src/state/state.ts";
import { createStore, type Store } from "../../src/state/store.ts";
import { status } from "../library.ts";
import { archiveOf } from "./archive.ts";

/** A narrow screen, which asks for nothing but the list. */
function narrow(): Store<State> {
  return createStore(answerStatus(initialState({ columns: 40, rows: 12 }, "/", 0), status));
}

const typed = (text: string) => (state: State) => searchedFor(state, { text, cursor: text.length });

describe("asking the archive", () => {
  it("gives up a search when another is typed, and shows only the last", async () => {
    const archive = archiveOf(20);
    const signals: AbortSignal[] = [];
    const slow: Archive = {
      ...archive,
      window: async (query, options) => {
        if (options.signal !== undefined) signals.push(options.signal);
        await new Promise(setImmediate);
        return archive.window(query, options);
      },
    };
    const store = narrow();
    const stop = askArchive(slow, store);
    store.update(typed("b"));
    store.update(typed("br"));
    await vi.waitFor(() => expect(store.get().list.total).toBe(5));
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, false]);
    stop();
  });

  it("asks again when the archive has changed, and finds the same article", async () => {
    const archive = archiveOf(20);
    const window = vi.fn<Archive["window"]>((...args) => archive.window(...args));
    const store = narrow();
    const stop = askArchive({ ...archive, window }, store);
    await vi.waitFor(() => expect(store.get().list.total).toBe(20));
    store.update((state) => answerStatus(state, { ...status, generation: "a.2" }));
    await vi.waitFor(() => expect(store.get().list.generation).toBe("a.2"));
    expect(window).toHaveBeenCalledTimes(2);
    stop();
  });

  it("stops asking when the answer never answers", async () => {
    const archive = archiveOf(2_000);
    // Says that there are two thousand, and never gives more than two.
    const window = vi.fn<Archive["window"]>(async (...args) => {
      const answer = await archive.window(...args);
      return { ...answer, firstOrdinal: 0, hits: answer.hits.slice(0, 2) };
    });
    const store = narrow();
    const stop = askArchive({ ...archive, window }, store);
    await vi.waitFor(() =>
      expect(store.get().failures.list?.message).toBe("Its answer is not complete."),
    );
    expect(window.mock.calls.length).toBeLessThan(10);
    stop();
  });

  it("asks nothing any more when it is stopped", async () => {
    const archive = archiveOf(20);
    const window = vi.fn<Archive["window"]>((...args) => archive.window(...args));
    const store = narrow();
    askArchive({ ...archive, window }, store)();
    const before = window.mock.calls.length;
    store.update(typed("bridge"));
    await new Promise(setImmediate);
    expect(window).toHaveBeenCalledTimes(before);
    expect(store.get().list.total).toBe(0);
  });
});
