import { describe, expect, it } from "vitest";
import { proposal, searchWarning, withProposal } from "../../src/state/search-reading.ts";
import type { State } from "../../src/state/state.ts";
import { inLibrary } from "../library.ts";

function typing(text: string, cursor = text.length): State {
  return { ...inLibrary(80, 24), focus: "search", search: { text, cursor } };
}

function accepted(state: State): string | undefined {
  const proposed = proposal(state);
  return proposed && withProposal(state.search, proposed).text;
}

describe("what is proposed while one types", () => {
  it.for([
    ["sec", "section:"],
    ["bridge -sec", "bridge -section:"],
    ["(sec", "(section:"],
    ["has:im", "has:image"],
    ["inferred:dateP", "inferred:datePublished"],
  ])("goes on with the only field or value that begins like %s", ([typed, whole]) => {
    expect(accepted(typing(typed ?? ""))).toBe(whole);
  });

  it.for(["s", "be ", "a", "section:", "section:business", "has:", "https", "ស្ពាន", "“sec"])(
    "is nothing for %s",
    (typed) => {
      expect(proposal(typing(typed))).toBeUndefined();
    },
  );

  it("is nothing within a word, and nothing while nobody types", () => {
    expect(proposal(typing("section", 3))).toBeUndefined();
    expect(proposal({ ...typing("sec"), focus: "list" })).toBeUndefined();
  });

  it("is what was meant by a mistake, with the cursor where it was in the rest", () => {
    const state = typing("sektion:sport");
    const proposed = proposal(state);
    expect(proposed && withProposal(state.search, proposed)).toEqual({
      text: "section:sport",
      cursor: 13,
    });
    expect(accepted(typing("after 2023"))).toBe("after:2023");
  });
});

describe("what is odd about a search", () => {
  it("is said when it can no longer become right", () => {
    expect(searchWarning(typing("sektion:s"))?.code).toBe("unknown-field");
    expect(searchWarning(typing('"second pier'))).toBeUndefined();
    expect(searchWarning(typing("has:pic"))).toBeUndefined();
    expect(searchWarning(typing("has:pic x"))?.code).toBe("unknown-value");
  });

  it("is said when the search is done, whatever it is", () => {
    expect(searchWarning({ ...typing('"second pier'), focus: "list" })?.code).toBe(
      "quote-unclosed",
    );
  });
});
