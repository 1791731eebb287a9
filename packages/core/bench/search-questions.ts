import type { Archive } from "../src/archive/archive.ts";
import type { Query } from "../src/query/query.ts";
import { built } from "./own-process.ts";
import {
  misspelt,
  ofMany,
  searchClasses,
  within,
  type SearchClass,
  type TargetName,
} from "./search-classes.ts";

const { everything, parseText, stillTyping } = (await built(
  "index",
)) as typeof import("../src/index.ts");

/** Questions of one kind to an archive that was just opened; each gives how many articles it found. */
export type SearchQuestions = {
  readonly name: string;
  readonly target?: TargetName;
  readonly begin: (archive: Archive) => Promise<readonly Ask[]> | readonly Ask[];
};

type Ask = () => Promise<number>;

/** Articles of a page that is gone to, and pages. */
const [deepPage, deepPages] = [100, 40];

/** A terminal's screen of rows around the middle one, as the list of a terminal fetches them. */
const screens = { before: 105, after: 105 } as const;

const fields = ["section", "lang", "tag", "author", "year"] as const;

function queryOf({ sort, filtered, begun }: Partial<SearchClass>, typed: string): Query {
  const text = parseText(typed);
  return {
    ...everything,
    sort: sort ?? "newest",
    ...(filtered && {
      sections: [within.section],
      languages: [within.language],
      fromMs: within.fromMs,
      toMs: within.toMs,
    }),
    ...(text && { text: begun === true ? stillTyping(text) : text }),
  };
}

function questionsOf(searchClass: SearchClass): SearchQuestions {
  const { name, target, typed, excerpts = false } = searchClass;
  return {
    name,
    ...(target && { target }),
    begin: (archive) =>
      typed.map((words) => async () => {
        const { total } = await archive.search(queryOf(searchClass, words), { excerpts });
        return total;
      }),
  };
}

/** Every list that is shown while some words are typed, letter by letter, as the terminal asks for it. */
const typing: SearchQuestions = {
  name: "each letter while one types",
  target: "typing",
  begin: (archive) =>
    ofMany.slice(0, 8).flatMap((word) =>
      Array.from(word, (_, at) => async () => {
        const query = queryOf({ begun: true }, word.slice(0, at + 1));
        return (await archive.window(query, { at: "start", ...screens })).total;
      }),
    ),
};

/** Three words as they stand in a headline: what somebody looks for who remembers it. */
const headlinePhrase: SearchQuestions = {
  name: "phrase of three words, newest",
  target: "phrase",
  async begin(archive) {
    const { hits } = await archive.search({ ...everything, languages: ["en"] }, { limit: 40 });
    return hits.map(({ article }) => async () => {
      const words = article.headline.split(" ").slice(0, 3).join(" ");
      return (await archive.search(queryOf({}, `"${words}"`))).total;
    });
  },
};

const others: readonly SearchQuestions[] = [
  headlinePhrase,
  typing,
  {
    name: "page by page by cursor",
    begin(archive) {
      let cursor: string | undefined;
      const ask = async (): Promise<number> => {
        const page = await archive.search(queryOf({}, ofMany[0] ?? ""), {
          limit: deepPage,
          ...(cursor !== undefined && { cursor }),
        });
        cursor = page.next;
        return page.total;
      };
      return Array.from({ length: deepPages }, () => ask);
    },
  },
  {
    name: "window in the middle of a list",
    begin: (archive) =>
      ofMany.slice(0, 40).map((word, n) => async () => {
        const at = { ordinal: 2_000 + n * 97 };
        return (await archive.window(queryOf({}, word), { at, ...screens })).total;
      }),
  },
  {
    name: "counts by five fields",
    begin: (archive) =>
      ofMany.slice(0, 40).map((word) => async () => {
        await archive.facets(queryOf({}, word), fields);
        return NaN;
      }),
  },
  {
    name: "the same counts again",
    target: "counts again",
    async begin(archive) {
      const queries = ofMany.slice(0, 4).map((word) => queryOf({}, word));
      for (const query of queries) await archive.facets(query, fields);
      return Array.from({ length: 40 }, (_, n) => async () => {
        await archive.facets(queries[n % queries.length] ?? everything, fields);
        return NaN;
      });
    },
  },
  {
    name: "timeline by month",
    begin: (archive) =>
      ofMany.slice(0, 40).map((word) => async () => {
        const { buckets } = await archive.timeline(queryOf({}, word), "month");
        return buckets.reduce((sum, { count }) => sum + count, 0);
      }),
  },
  {
    name: "words suggested",
    begin: (archive) =>
      [..."abcdefghilmnoprstuvw", "ba", "so", "men", "ren"].map((typed) => async () => {
        await archive.suggest(typed);
        return NaN;
      }),
  },
  {
    name: "word misspelt, another offered",
    begin: (archive) =>
      misspelt.map((word) => async () => {
        const { total } = await archive.search(queryOf({ sort: "relevance" }, word));
        return total;
      }),
  },
  {
    name: "related articles",
    async begin(archive) {
      const { hits } = await archive.search(everything, { limit: 40 });
      return hits.map(
        ({ article }) =>
          async () =>
            (await archive.related(article.id)).articles.length,
      );
    },
  },
];

/** Everything that is asked, in the order of the table. */
export const searchQuestions: readonly SearchQuestions[] = [
  ...searchClasses.map(questionsOf),
  ...others,
];

/** Some questions of every kind as calls of an archive's methods, to be sent to another process. */
export const searchCalls: readonly (readonly [method: string, ...values: readonly unknown[]])[] = [
  ...searchClasses.flatMap((each) =>
    each.typed.slice(0, 5).map((typed) => {
      const { excerpts = false } = each;
      return ["search", queryOf(each, typed), { excerpts }] as const;
    }),
  ),
  ...ofMany.slice(0, 5).flatMap((word) => {
    const query = queryOf({}, word);
    return [
      ["window", query, { at: { ordinal: 2_000 }, ...screens }],
      ["facets", query, fields],
      ["timeline", query, "month"],
      ["suggest", word.slice(0, 2)],
    ] as const;
  }),
];
