import { afterAll, beforeAll, expect, test } from "vitest";
import { indexOf, textOf, type Text } from "../../eval/articles.ts";
import { choose, randomNumbers } from "../../bench/random.ts";
import type { IndexText } from "../../src/archive/article-index.ts";
import { everything } from "../../src/query/query.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { article, memory, options, query } from "./an-index.ts";
import type { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

const signing: Text = {
  id: "signing",
  language: "en",
  title: "Harbour towns sign ferry agreement",
  text: "The mayors of Velmar and Ostra signed an agreement on a night ferry across the strait. The ferry will carry lorries and passengers, and the towns will share what the piers cost.",
};
const reaction: Text = {
  id: "reaction",
  language: "en",
  title: "Fishermen fear the new night crossing",
  text: "Fishermen of Velmar said that ferries at night would cross their nets. The agreement that Velmar and Ostra signed says nothing of nets, but the piers are to be lit.",
};

/** Articles of common words, some of which these two have as well. */
function others(count: number): readonly Text[] {
  const vocabulary =
    "the of and to town mayor agreement road school water council signed said will new cost share people night passengers lorries fishermen market price bridge minister across harbour report year money plan work company election family rice river rain station weather budget".split(
      " ",
    );
  const random = randomNumbers(11);
  return Array.from({ length: count }, (_, number) => ({
    id: `other-${number}`,
    language: "en",
    title: Array.from({ length: 5 }, () => choose(vocabulary, random)).join(" "),
    text: Array.from({ length: 60 }, () => choose(vocabulary, random, 1.4)).join(" "),
  }));
}

let index: SqliteIndex;
beforeAll(async () => {
  index = await indexOf([...others(1_500), signing, ...others(1_500).map(renamed), reaction]);
}, 120_000);
afterAll(() => index.close());

function renamed(text: Text): Text {
  return { ...text, id: `again-${text.id}` };
}

const indexText = (text: Text): IndexText => textOf(text);

test.each([
  [signing, reaction],
  [reaction, signing],
])("two articles about one thing are the nearest among thousands: %#", async (one, other) => {
  const { hits: related } = await index.related({ id: one.id, inLanguage: "en" }, indexText(one), {
    limit: 3,
    among: everything,
  });
  expect(related[0]?.article.id).toBe(other.id);
  expect(related.map((hit) => hit.article.id)).not.toContain(one.id);
});

test.each([
  ["agreemnet velmar", "agreement velmar"],
  ["fishremen", "fishermen"],
  ["passangers -night", "passengers -night"],
  ["agrement", "agreement"],
  ["nigt", "night"],
  ["minitser", "minister"],
  ["farriea", "ferries"],
  ["nigth", "night"],
  // Words that were joined or divided, where articles hold them so.
  ["nightferry", "night ferry"],
  ["nightferry velmar", "night ferry velmar"],
  ["fisher men", "fishermen"],
  ["velmar fishe rmen", "velmar fishermen"],
  ["passen gers OR nightferry", "passengers OR night ferry"],
  ['"nigth ferry"', '"night ferry"'],
])("%s was probably %s", async (typed, meant) => {
  const text = parseText(typed);
  const found = await index.search(
    { ...everything, ...(text && { text }) },
    { limit: 1, facets: [] },
  );
  expect(found.meant).toBe(meant);
});

test.each([
  "agreement",
  "agreement ferry",
  "xqzjkvwp",
  "-nonesuch",
  "agre*",
  "ទន្លេ",
  "ferryschool",
  "ro ad",
])("nothing is offered in place of %s", async (typed) => {
  const text = parseText(typed);
  const found = await index.search(
    { ...everything, ...(text && { text }) },
    { limit: 1, facets: [] },
  );
  expect(found.meant).toBeUndefined();
});

test.each([
  ["tag:open", "tag:open*"],
  ["tag:opne-source bridge", "tag:open-source bridge"],
  ["section:nat", "section:nat*"],
  ["author:sok-drara", "author:sok-dara"],
  ["tag:open*", undefined],
  ["tag:hidden", undefined],
  ["-tag:open", undefined],
  ["tag:closed", undefined],
])("the value of %s was probably that of %s", async (typed, meant) => {
  const valued = memory();
  const section = { written: "national", key: "national", label: "National" };
  await valued.apply([
    article("a", "A bridge", "", { keywords: ["Open Source"], author: ["Sok Dara"], section }),
    article("b", "A draft", "", { keywords: ["Hidden things"], draft: true }),
  ]);
  const found = await valued.search(query(typed), options);
  await valued.close();
  expect(found.meant).toBe(meant);
});
