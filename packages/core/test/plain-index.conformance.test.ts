import { describe, expect, it } from "vitest";
import type { ArticleIndex, Change, Patience } from "../src/archive/article-index.ts";
import { articleIndexTests } from "../src/conformance.ts";
import { CursorError } from "../src/errors.ts";
import { everything, type Query } from "../src/query/query.ts";
import { PlainIndex } from "./plain-index.ts";
import { PlainStore } from "./plain-store.ts";

/** Opens an index of some kind by its name. */
function opener(Index: typeof PlainIndex): (name: string) => PlainIndex {
  const stores = new Map<string, PlainStore>();
  return (name) => {
    const store = stores.get(name) ?? new PlainStore();
    stores.set(name, store);
    return new Index(store);
  };
}

it.for([...articleIndexTests(opener(PlainIndex))])("$name", async ({ run }) => {
  expect(await run()).toBeUndefined();
});

type Answers = {
  readonly [Method in keyof ArticleIndex]: Awaited<ReturnType<ArticleIndex[Method]>>;
};

/** An index that does one thing wrong, and the test that finds it out. */
const defects: readonly (readonly [what: string, found: string, Index: typeof PlainIndex])[] = [
  [
    "resolves before a change is visible",
    "what was put is in every answer when apply resolves",
    class extends PlainIndex {
      override async apply(changes: readonly Change[]): Promise<string> {
        setTimeout(() => void super.apply(changes).catch(() => {}), 20);
        return "later.1";
      }
    },
  ],
  [
    "makes changes one by one",
    "a change that fails leaves nothing of those made with it",
    class extends PlainIndex {
      override async apply(changes: readonly Change[]): Promise<string> {
        for (const change of changes) await super.apply([change]);
        return super.apply([]);
      }
    },
  ],
  [
    "keeps what was removed",
    "a removed article is in no answer",
    class extends PlainIndex {
      override apply(changes: readonly Change[]): Promise<string> {
        return super.apply(changes.filter(({ type }) => type !== "remove"));
      }
    },
  ],
  [
    "does not keep what was applied",
    "an index that is opened again is as it was left",
    class extends PlainIndex {
      constructor(_store?: PlainStore) {
        super(new PlainStore());
      }
    },
  ],
  [
    "names an old generation",
    "an answer that is given while changes are made belongs to one generation",
    class extends PlainIndex {
      override async search(
        ...asked: Parameters<PlainIndex["search"]>
      ): Promise<Answers["search"]> {
        const { generation } = await super.counts();
        await new Promise(setImmediate);
        return { ...(await super.search(...asked)), generation };
      }
    },
  ],
  [
    "answers after it was closed",
    "a closed index refuses every question",
    class extends PlainIndex {
      override async close(): Promise<void> {}
    },
  ],
  [
    "shows drafts",
    "drafts and articles under an embargo are left out",
    class extends PlainIndex {
      override search(
        query: Query,
        options: Parameters<PlainIndex["search"]>[1],
      ): Promise<Answers["search"]> {
        return super.search({ ...query, drafts: true }, options);
      }
    },
  ],
  [
    "forgets the embargo",
    "an index finds, orders and counts what a scan of all articles does",
    class extends PlainIndex {
      override search(
        query: Query,
        options: Parameters<PlainIndex["search"]>[1],
      ): Promise<Answers["search"]> {
        return super.search({ ...query, visibleAtMs: Infinity }, options);
      }
    },
  ],
  [
    "counts the page for the total",
    "all pages together are the list",
    class extends PlainIndex {
      override async search(
        query: Query,
        options: Parameters<PlainIndex["search"]>[1],
      ): Promise<Answers["search"]> {
        const { next: _, ...page } = await super.search(query, options);
        return { ...page, total: page.hits.length };
      }
    },
  ],
  [
    "follows no cursor",
    "a cursor that was made up, or for a list in another order, is refused",
    class extends PlainIndex {
      override search(
        query: Query,
        options: Parameters<PlainIndex["search"]>[1],
      ): Promise<Answers["search"]> {
        return super.search(query, options).catch((error: unknown) => {
          if (!(error instanceof CursorError)) throw error;
          const { cursor: _, ...others } = options;
          return super.search(query, others);
        });
      }
    },
  ],
  [
    "shows a window one too far",
    "a window is a stretch of the list around its anchor",
    class extends PlainIndex {
      override window(
        query: Query,
        options: Parameters<PlainIndex["window"]>[1],
      ): Promise<Answers["window"]> {
        return super.window(query, { ...options, after: options.after + 1 });
      }
    },
  ],
  [
    "counts a field within its own filter",
    "the counts of a field leave out what is asked of that field alone",
    class extends PlainIndex {
      override async facets(
        ...asked: Parameters<PlainIndex["facets"]>
      ): Promise<Answers["facets"]> {
        const { sections } = asked[0];
        const { section = [], ...others } = await super.facets(...asked);
        const isAsked = (value: string | null): boolean => sections.includes(value ?? "_none");
        const within = section.filter(({ value }) => sections.length === 0 || isAsked(value));
        return { ...others, section: within };
      }
    },
  ],
  [
    "forgets undated articles in a timeline",
    "a timeline counts by day, week, month and year",
    class extends PlainIndex {
      override async timeline(
        ...asked: Parameters<PlainIndex["timeline"]>
      ): Promise<Answers["timeline"]> {
        return { ...(await super.timeline(...asked)), undated: 0 };
      }
    },
  ],
  [
    "offers words by the alphabet",
    "words that begin as what was typed are offered folded, those in most articles first",
    class extends PlainIndex {
      override async suggest(
        ...[typed, options]: Parameters<PlainIndex["suggest"]>
      ): Promise<Answers["suggest"]> {
        const { words } = await super.suggest(typed, { ...options, limit: 100 });
        const sorted = words.toSorted((a, b) => (a.word < b.word ? -1 : 1));
        return { words: sorted.slice(0, options.limit) };
      }
    },
  ],
  [
    "relates an article to itself",
    "articles that share telling words are related",
    class extends PlainIndex {
      override related(
        ...[, text, options]: Parameters<PlainIndex["related"]>
      ): Promise<Answers["related"]> {
        return super.related({ id: "nobody" }, text, options);
      }
    },
  ],
  [
    "does not tell what was removed",
    "what was put and removed since a generation is told",
    class extends PlainIndex {
      override async changes(
        ...asked: Parameters<PlainIndex["changes"]>
      ): Promise<Answers["changes"]> {
        const page = await super.changes(...asked);
        return { ...page, changes: page.changes.filter(({ type }) => type === "put") };
      }
    },
  ],
  [
    "sorts paths by UTF-16 units",
    "files come in order of their paths by code point",
    class extends PlainIndex {
      override async stamps({
        after = "",
        limit,
      }: Parameters<PlainIndex["stamps"]>[0]): Promise<Answers["stamps"]> {
        const all = await super.stamps({ limit: 1_000 });
        const sorted = all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
        return sorted.filter(({ path }) => path > after).slice(0, limit);
      }
    },
  ],
  [
    "tells problems that may not be seen",
    "problems are those of articles that may be seen",
    class extends PlainIndex {
      override problems({
        among: _,
        ...asked
      }: Parameters<PlainIndex["problems"]>[0]): Promise<Answers["problems"]> {
        return super.problems(asked);
      }
    },
  ],
  [
    "hears of no cancellation",
    "a question that is cancelled is not answered",
    class extends PlainIndex {
      override timeline(
        ...[query, interval]: Parameters<PlainIndex["timeline"]>
      ): Promise<Answers["timeline"]> {
        return super.timeline(query, interval);
      }
    },
  ],
  [
    "says that a part is the whole",
    "an answer for which there was no time is whole, or says that it is not",
    class extends PlainIndex {
      override async search(
        query: Query,
        options: Parameters<PlainIndex["search"]>[1],
      ): Promise<Answers["search"]> {
        return { ...(await super.search(query, options)), timedOut: false };
      }
    },
  ],
  [
    "always has more to tidy",
    "what keeps an index fast changes no answer, and comes to an end",
    class extends PlainIndex {
      override async tidy(): Promise<boolean> {
        return true;
      }
    },
  ],
];

describe("the suite finds out an index that", () => {
  it.for(defects)("%s", async ([, name, Index]) => {
    const tests = articleIndexTests(opener(Index)).filter((each) => each.name.startsWith(name));
    expect(tests).toHaveLength(1);
    await expect(tests[0]?.run()).rejects.toBeInstanceOf(Error);
  });

  it("gives what it was asked when a law does not hold", async () => {
    const asking = articleIndexTests(() => new Wrong()).find(({ name }) =>
      name.startsWith("an index finds"),
    );
    await expect(asking?.run()).rejects.toThrow(/This was asked:[^]*"seed": \d/);
  });
});

/** Finds everything, whatever it is asked. */
class Wrong extends PlainIndex {
  override search(
    _query: Query,
    options: Patience & Parameters<PlainIndex["search"]>[1],
  ): Promise<Answers["search"]> {
    return super.search(everything, options);
  }
}
