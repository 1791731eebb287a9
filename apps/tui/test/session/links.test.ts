import type { Article } from "@broadsheet/core";
import { afterEach, describe, expect, it } from "vitest";
import { memoryArchive } from "../../../../packages/core/test/memory-archive.ts";
import { article } from "../articles.ts";
import { showOnFakeTerminal, type ScreenUnderTest } from "./fake-terminal.ts";

const running: ScreenUnderTest[] = [];
afterEach(() => {
  for (const screen of running.splice(0)) screen.leave();
});

/** An article of many paragraphs that links to these addresses in its tenth. */
function linking(id: string, ...urls: readonly string[]): Article {
  const paragraph = (text: string) =>
    ({ type: "paragraph", lines: [1, 1], children: [{ type: "text", text }] }) as const;
  return article(id, {
    path: `2024/${id}.md`,
    blocks: [
      ...Array.from({ length: 30 }, (_, index) => paragraph(`Paragraph ${index} of ${id}.`)),
      {
        type: "paragraph",
        lines: [1, 1],
        children: urls.map((url) => ({
          type: "link",
          url,
          children: [{ type: "text", text: `to ${url} ` }],
        })),
      },
    ],
  });
}

function show(): ScreenUnderTest {
  const articles = [
    linking("a", "2024/b.md", "2024/c", "nowhere.md", "https://example.org/x"),
    linking("b", "2024/c.md"),
    linking("c"),
  ];
  const archive = memoryArchive(
    articles.map((each) => ({ article: each, body: "" })),
    { name: "Links" },
  );
  const related = { articles: articles.slice(1) };
  const screen = showOnFakeTerminal({ ...archive, related: () => Promise.resolve(related) });
  running.push(screen);
  return screen;
}

describe("links", () => {
  it("are listed with where they lead, and Enter opens another article of the archive", async () => {
    const { press, see } = show();
    await see(/1 of 3/);
    press("\r");
    await see(/Paragraph 0 of a/);
    press("l");
    const rows = await see(/^ +4  to https/m);
    // The foot says which of them is selected.
    expect(rows.at(-1)).toMatch(/Enter follow.* 1 of \d$/);
    expect(
      rows
        .filter((row) => /^\s*▌? *\d {2}/.test(row))
        .slice(0, 4)
        .map((row) => row.trim()),
    ).toEqual([
      expect.stringMatching(/^▌ 1 {2}to 2024\/b\.md +2024\/b\.md$/),
      expect.stringMatching(/^2 {2}to 2024\/c +2024\/c$/),
      expect.stringMatching(/^3 {2}to nowhere\.md +nowhere\.md$/),
      expect.stringMatching(/^4 {2}to https:\/\/example\.org\/x +example\.org$/),
    ]);
    press("\r");
    await see(/Paragraph 0 of b/);
  });

  it("stand above the related articles, and Tab goes from one kind to the other", async () => {
    const { press, see } = show();
    await see(/1 of 3/);
    press("\r");
    await see(/Paragraph 0 of a/);
    press("l");
    expect((await see(/Related articles/)).at(-1)).toMatch(/Enter follow {3}Tab related/);
    press("\t");
    await see(/Related articles\n\n *▌ ?5 {2}Headline of/);
    press("\t");
    await see(/Links\n\n *▌ ?1 {2}to 2024/);
  });

  it("are followed by number, also without the ending of the file, and one comes back to the same place", async () => {
    const { press, see } = show();
    await see(/1 of 3/);
    press("\r");
    await see(/Paragraph 0 of a/);
    press("jjj");
    const before = await see(/Paragraph 4 of a/);
    press("l2\r");
    await see(/Paragraph 0 of c/);
    press("\x7f");
    const after = await see(/Paragraph 4 of a/);
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    press("\x1b[1;3C");
    await see(/Paragraph 0 of c/);
  });

  it("that lead to no article say so, and those to the web are copied", async () => {
    const { press, see, written } = show();
    await see(/1 of 3/);
    press("\r");
    await see(/Paragraph 0 of a/);
    press("l3\r");
    await see(/there is no article nowhere\.md/);
    press("4\r");
    await see(/copied https:\/\/example\.org\/x/);
    expect(written()).toContain(
      `\x1b]52;c;${Buffer.from("https://example.org/x").toString("base64")}\x1b\\`,
    );
  });

  it("of the web can be clicked in the text, those inside the archive cannot", async () => {
    const { press, see, written } = show();
    await see(/1 of 3/);
    press("\rG");
    await see(/to https:\/\/example/);
    expect(written()).toMatch(/\x1b\]8;id=\w+;https:\/\/example\.org\/x\x1b\\to https/);
    expect(written()).not.toContain(";2024/b.md\x1b");
  });
});
