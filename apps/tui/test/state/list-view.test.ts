import { describe, expect, it } from "vitest";
import { answered, hasRows, select, settled } from "../../src/state/list-view.ts";
import { manyArticles, windowOf } from "../library.ts";
import { hit } from "../articles.ts";
import { initialState } from "../../src/state/state.ts";

const hits = manyArticles(1_000).map((each) => hit(each));
const empty = initialState({ columns: 80, rows: 24 }, "/", 0).list;
const list = answered(empty, windowOf(hits, 0, 100), "all", "g1", 10);

describe("selecting in a list", () => {
  it("keeps three rows in view beyond the selected one", () => {
    expect(select(list, 6, 10).top).toBe(0);
    expect(select(list, 7, 10).top).toBe(1);
    expect(select(select(list, 20, 10), 19, 10).top).toBe(14);
    expect(select(select(list, 20, 10), 16, 10).top).toBe(13);
  });

  it("does not move the view while the selection moves inside it", () => {
    const there = select(list, 50, 10);
    for (let ordinal = there.top + 3; ordinal <= there.top + 6; ordinal++) {
      expect(select(there, ordinal, 10).top).toBe(there.top);
    }
  });

  it("stays inside the list", () => {
    expect(select(list, -5, 10)).toMatchObject({ selected: 0, top: 0, selectedId: "a0" });
    expect(select(list, 5_000, 10)).toMatchObject({ selected: 999, top: 990 });
  });

  it("knows the selected article as soon as its row is at hand", () => {
    expect(select(list, 50, 10).selectedId).toBe("a50");
    expect(select(list, 500, 10).selectedId).toBeUndefined();
    const answer = answered(select(list, 500, 10), windowOf(hits, 450, 100), "all", "g1", 10);
    expect(answer.selectedId).toBe("a500");
  });

  it("shows the last rows at the end, without empty ones below them", () => {
    expect(select(list, 999, 10).top).toBe(990);
    expect(settled({ ...list, total: 4, selected: 3 }, 10).top).toBe(0);
  });
});

describe("an answer", () => {
  it("leaves the selection on its article when articles come before it", () => {
    const before = select(list, 20, 10);
    const more = [
      ...manyArticles(3).map((each) => hit({ ...each, id: `new-${each.id}` })),
      ...hits,
    ];
    const after = answered(before, windowOf(more, 0, 100), "all", "g2", 10);
    expect(after).toMatchObject({ selected: 23, selectedId: "a20", total: 1_003 });
    expect(after.selected - after.top).toBe(before.selected - before.top);
  });

  it("leaves the list at its start while nothing was selected yet", () => {
    const more = [hit({ ...manyArticles(1)[0]!, id: "new" }), ...hits];
    expect(answered(list, windowOf(more, 0, 100), "all", "g2", 10)).toMatchObject({
      selected: 0,
      selectedId: "new",
    });
  });

  it("goes to the first row of another query, or stays with the article when that is wanted", () => {
    const before = select(list, 20, 10);
    const others = windowOf(hits.slice(18), 0, 100);
    expect(answered({ ...before, onAnswer: "start" }, others, "other", "g1", 10)).toMatchObject({
      selected: 0,
      isTouched: false,
    });
    expect(answered({ ...before, onAnswer: "selection" }, others, "other", "g1", 10)).toMatchObject(
      { selected: 2, selectedId: "a20" },
    );
  });

  it("keeps the place when the selected article is gone", () => {
    const before = select(list, 20, 10);
    const without = hits.filter(({ article }) => article.id !== "a20");
    expect(answered(before, windowOf(without, 0, 100), "all", "g2", 10)).toMatchObject({
      selected: 20,
      selectedId: "a21",
    });
  });

  it("may be an empty list", () => {
    expect(answered(select(list, 20, 10), windowOf([], 0, 0), "none", "g1", 10)).toMatchObject({
      selected: 0,
      top: 0,
      total: 0,
    });
  });
});

describe("the rows at hand", () => {
  it("are enough as far as the list goes", () => {
    expect(hasRows(list, -5, 100)).toBe(true);
    expect(hasRows(list, 0, 101)).toBe(false);
    expect(hasRows(answered(list, windowOf(hits, 950, 50), "all", "g1", 10), 960, 1_100)).toBe(
      true,
    );
  });
});
