import { everything, type Archive } from "@broadsheet/core";
import { afterEach, describe, expect, it } from "vitest";
import { archiveOf } from "./archive.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

const running: ScreenUnderTest[] = [];
afterEach(() => {
  for (const screen of running.splice(0)) screen.leave();
});

/** An archive that knows words, what is meant, and what is related. */
function show(): ScreenUnderTest {
  const archive = archiveOf(40);
  const knowing: Archive = {
    ...archive,
    suggest: async (typed) => ({
      words: "ferry".startsWith(typed) ? [{ word: "ferry", articles: 10 }] : [],
    }),
    search: async (query, options) => ({
      ...(await archive.search(query, options)),
      ...(query.text?.type === "word" && query.text.text === "frery" ? { meant: "ferry" } : {}),
    }),
    related: async (id) => {
      const { hits } = await archive.search({ ...everything, sort: "oldest" });
      const others = hits.flatMap(({ article }) => (article.id === id ? [] : article));
      return { articles: others.slice(0, 2) };
    },
  };
  const screen = showOnFakeTerminal(knowing);
  running.push(screen);
  return screen;
}

describe("a word that is being typed", () => {
  it("is completed by Tab with a word of the archive", async () => {
    const { press, see } = show();
    await see(/1 of 40/);
    press("/fe");
    await see(/Tab ferry {2}in 10 articles/);
    press("\t");
    const rows = await see(/\/ ferry/);
    expect(rows[3]).toBe("");
  });
});

describe("a value that is being typed", () => {
  it("is completed by Tab with one that the archive has", async () => {
    const { press, see } = show();
    await see(/1 of 40/);
    press("/section:");
    const [label] = /(?<=Tab )\S+/.exec((await see(/Tab \S+ {2}in \d+ articles/)).join("\n")) ?? [];
    press("\t");
    expect(await see(new RegExp(`/ section:${label}`))).toBeDefined();
  });
});

describe("a search that finds nothing", () => {
  it("is mended by Tab while one types", async () => {
    const { press, see } = show();
    await see(/1 of 40/);
    press("/frery");
    await see(/Tab ferry {2}Did you mean this\?/);
    press("\t");
    expect((await see(/10 of 40/))[2]).toMatch(/^ \/ ferry /);
  });

  it("is mended by Enter in the list", async () => {
    const { press, see } = show();
    await see(/1 of 40/);
    press("/frery\r");
    await see(/Did you mean ferry\? Enter searches for it\./);
    press("\r");
    expect((await see(/10 of 40/))[2]).toMatch(/^ \/ ferry /);
  });
});

describe("related articles", () => {
  it("are listed after the links, and Enter opens one, from which one comes back", async () => {
    const { press, see } = show();
    await see(/1 of 40/);
    press("\rl");
    const rows = await see(/Related articles/);
    expect(rows.join("\n")).toMatch(/▌ 1 {2}Number 39 on the market +18 Oct 2024/);
    press("2\r");
    await see(/Number 38 on the school/);
    press("\x7f");
    await see(/Number 0 on the bridge/);
  });
});
