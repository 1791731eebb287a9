import { describe, expect, it } from "vitest";
import { article as anArticle, memory, options, query } from "./an-index.ts";

const article = (id: string, headline: string, body: string): ReturnType<typeof anArticle> =>
  anArticle(id, headline, body, { inLanguage: "en" });

/** Words to set others apart with. */
const filler = (count: number): string =>
  Array.from({ length: count }, (_, number) => `filler${number}`).join(" ");

/** Ids of what is found, the best first. */
async function found(
  articles: readonly ReturnType<typeof article>[],
  typed: string,
): Promise<readonly string[]> {
  const index = memory();
  // Enough others that no word is in most articles.
  const others = Array.from({ length: 20 }, (_, number) =>
    article(`z${number}`, "Other", filler(9)),
  );
  await index.apply([...articles, ...others]);
  const { hits } = await index.search(query(typed), options);
  await index.close();
  return hits.map((hit) => hit.article.id);
}

describe("an article in which words stand as they were typed", () => {
  const apart = article("apart", "News", `harbour ${filler(20)} bridge`);
  const near = article("near", "News", `${filler(10)} bridge of the old harbour ${filler(7)}`);
  const beside = article("beside", "News", `${filler(10)} harbour bridge ${filler(10)}`);

  it("comes before one in which they are near each other, and that before one in which they are apart", async () => {
    for (const order of [
      [apart, near, beside],
      [beside, near, apart],
    ]) {
      expect(await found(order, "harbour bridge")).toEqual(["beside", "near", "apart"]);
    }
  });

  it("comes first in other forms of the words too", async () => {
    expect((await found([apart, near, beside], "harbours bridges"))[0]).toBe("beside");
  });

  it("comes first when a word that says nothing was typed between them", async () => {
    expect((await found([apart, beside], "harbour the bridge"))[0]).toBe("beside");
  });

  it("comes first when it holds them beside each other in its headline", async () => {
    const headline = article("headline", "Harbour bridge", filler(22));
    const twice = article("twice", "Bridge news harbour", filler(21));
    expect((await found([twice, headline], "harbour bridge"))[0]).toBe("headline");
  });

  it("comes first among those that hold some of the words only", async () => {
    expect((await found([apart, beside], "harbour bridge nowhere"))[0]).toBe("beside");
  });
});

it.for([
  ["a", "b"],
  ["b", "a"],
])(
  "the last word of the headline of %s and the first of its body are not beside each other",
  async ([split = "", other = ""]) => {
    const articles = [
      article(split, "News harbour", `bridge ${filler(19)}`),
      article(other, "Harbour news", `bridge ${filler(19)}`),
    ];
    // They match equally well, so that their ids tell their order.
    expect(await found(articles, "harbour bridge")).toEqual(["a", "b"]);
  },
);
