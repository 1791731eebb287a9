import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { indexOf, textOf, type Text } from "../eval/articles.ts";
import { everything } from "../src/query/query.ts";
import { corpus } from "./corpora.ts";

const seeds =
  process.env["BROADSHEET_SEEDS"] ?? join(import.meta.dirname, "../../../../shared/seeds");
const isPresent = existsSync(join(seeds, "expected.json"));
if (!isPresent) console.log(`The seeds are not at ${seeds}: this conformance test is skipped.`);

const othersCompared = 2_000;

/** The body alone: what an article says of itself in its front matter relates it to none. */
function textOfFile(file: string, id: string, language: string): Text {
  const written = readFileSync(file, "utf8");
  const end = written.startsWith("---") ? written.indexOf("\n---", 3) + 4 : 0;
  return { id, language, text: written.slice(end, end + 20_000) };
}

test.runIf(isPresent)(
  "the two seeds are each other's nearest among thousands of real articles",
  async () => {
    const one = textOfFile(join(seeds, "000_0fc7078be6274077.txt"), "one", "en");
    const two = textOfFile(join(seeds, "003_9998e3ab84582ced.txt"), "two", "en");
    const folder = corpus("md");
    const files = folder === undefined ? [] : globSync(join(folder, "**/*.md"));
    const step = Math.max(1, Math.floor(files.length / othersCompared));
    const others = files
      .filter((_, number) => number % step === 0)
      .map((file, number) => textOfFile(file, `other-${number}`, "en"));
    const index = await indexOf([one, ...others, two]);
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      const { hits: related } = await index.related(
        { id: from.id, inLanguage: "en" },
        textOf(from),
        {
          limit: 5,
          among: everything,
        },
      );
      expect(related[0]?.article.id).toBe(to.id);
    }
    await index.close();
  },
  300_000,
);
