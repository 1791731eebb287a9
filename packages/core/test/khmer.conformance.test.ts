import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { indexOf } from "../eval/articles.ts";
import { everything } from "../src/query/query.ts";
import { parseText } from "../src/query/parse-text.ts";
import { corpus } from "./corpora.ts";

const folder = corpus("khmer");

/** Characters that people put between or inside words, and that nobody sees. */
const unseen = /[\u200b-\u200d\u00ad\u2060]/g;

/** Words as their writers divided them with zero-width spaces: letters and marks between such spaces. */
const divided = /(?<=[\u200b ])[\p{sc=Khmr}]{3,12}(?=[\u200b ])/gu;

const wordsLookedFor = 300;

test.skipIf(folder === undefined)(
  "every Khmer article that holds a word is found by it, whatever stands unseen in the article or the word",
  async () => {
    const articles = readdirSync(folder ?? "").map((name) => {
      const text = readFileSync(join(folder ?? "", name), "utf8");
      return { id: name.replace(/\W/g, ""), body: text.slice(text.indexOf("\n---", 4) + 4) };
    });
    const index = await indexOf(
      articles.map(({ id, body }) => ({ id, language: "km", text: body })),
    );
    const words = new Set(
      articles.flatMap(({ body }) =>
        (body.match(divided) ?? []).filter((word) => /\p{L}/u.test(word)),
      ),
    );
    const step = Math.ceil(words.size / wordsLookedFor);
    const chosen = [...words].filter(
      (word, number) => number % step === 0 && !/\p{P}|\p{N}/u.test(word),
    );
    expect(chosen.length).toBeGreaterThan(100);
    for (const word of chosen) {
      const holding = articles.filter(({ body }) => {
        // A word ends where no mark or stacked letter of its last letter follows.
        const rest = body.replace(unseen, "").normalize("NFC");
        return new RegExp(`(?<!\u17d2)${word}(?![\\p{M}])`, "u").test(rest);
      });
      for (const typed of [word, [...word].join("\u200b")]) {
        const text = parseText(typed);
        const query = { ...everything, ...(text && { text }) };
        const { hits, holdingAll } = await index.search(query, { limit: 1_000, facets: [] });
        const found = new Set(hits.slice(0, holdingAll).map((hit) => hit.article.id));
        const missed = holding.filter(({ id }) => !found.has(id));
        expect(missed.map(({ id }) => [word, id])).toEqual([]);
      }
    }
    await index.close();
  },
  120_000,
);
