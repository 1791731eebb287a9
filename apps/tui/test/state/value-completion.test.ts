import { describe, expect, it } from "vitest";
import { questions } from "../../src/state/questions.ts";
import type { State } from "../../src/state/state.ts";
import { proposal } from "../../src/state/search-reading.ts";
import { inLibrary } from "../library.ts";

const counts = [
  { value: "world-news", label: "World News", count: 9 },
  { value: "world", label: "World", count: 4 },
  { value: "wasser", label: "Wässer", count: 2 },
  { value: null, label: "", count: 1 },
];

function typing(text: string, field: "section" | "lang" = "section"): State {
  const state = inLibrary(80, 24);
  const { generation = "" } = state.status ?? {};
  const search = { text, cursor: text.length };
  return { ...state, focus: "search", search, values: { field, generation, counts } };
}

const proposed = (text: string): string | undefined => {
  const state = typing(text);
  const { start = 0, end = 0, text: taken } = proposal(state) ?? {};
  return taken === undefined ? undefined : text.slice(0, start) + taken + text.slice(end);
};

describe("the value of a field that is being typed", () => {
  it("goes on as that of most articles, in quotation marks where it has blanks", () => {
    expect(proposed("rain section:wo")).toBe('rain section:"World News"');
    expect(proposed('section:"world n')).toBe('section:"World News"');
    expect(proposed("-section:WAS")).toBe("-section:Wässer");
    expect(proposed("section:")).toBe('section:"World News"');
    expect(proposal(typing("section:wo"))?.description).toBe("in 9 articles");
  });

  it("is left alone when it is one, or when none begins so", () => {
    expect(proposed("section:world")).toBeUndefined();
    expect(proposed("section:xyz")).toBeUndefined();
    expect(proposed("title:wo")).toBeUndefined();
  });

  it("is asked for once in each state of the archive", () => {
    expect(questions(typing("section:wo")).values).toBeUndefined();
    expect(questions(typing("tag:wo")).values?.key).toMatch(/^tag /);
    expect(questions({ ...typing("tag:wo"), focus: "list" }).values).toBeUndefined();
    expect(questions(typing("wo")).values).toBeUndefined();
  });
});
