import type { Archive, Article, Problem } from "@broadsheet/core";
import { memoryArchive, type MemoryArticle } from "../../../packages/core/test/memory-archive.ts";
import { createApp, type AppOptions } from "../src/app.ts";

/** What the tests take for the present. */
export const presentMs: number = Date.UTC(2024, 5, 1, 12);

/** An article written in a line or two; dates are instants, or a year. */
export type Draft = Partial<Omit<Article, "datePublished" | "section">> & {
  readonly id: string;
  readonly date?: string;
  readonly section?: string;
  readonly body?: string;
  readonly problems?: readonly Problem[];
};

/** The articles of most tests: four to be seen, a draft, and one due an hour after the present. */
export const river: readonly Draft[] = [
  {
    id: "ferry-hours",
    headline: "The ferry keeps its winter hours",
    date: "2024-05-02T08:15Z",
    section: "National",
    inLanguage: "en",
    keywords: ["river.notes"],
    body: "It leaves at six, bridge or no bridge.",
  },
  {
    id: "bridge-early",
    headline: "Bridge deck closes early",
    date: "2024-05-03T08:15Z",
    section: "Business",
    inLanguage: "en",
    body: "The deck closes on Monday.",
  },
  {
    id: "ស្ពាន",
    headline: "ស្ពានថ្មី",
    date: "2023",
    section: "National",
    inLanguage: "km",
    body: "ស្ពានថ្មីបើកហើយ",
  },
  {
    id: "old-note",
    headline: "A note without a date",
    body: "Nobody knows when the bridge was begun.",
  },
  {
    id: "hidden-draft",
    headline: "The bridge that is not yet told of",
    date: "2024-05-04T08:15Z",
    section: "Secret",
    inLanguage: "fr",
    draft: true,
    body: "A bridge in draft.",
  },
  {
    id: "due-later",
    headline: "The bridge opens today",
    date: "2024-06-01T13:00Z",
    section: "Embargo",
    inLanguage: "ja",
    body: "It opens to all.",
  },
];

/** An archive in memory of these articles. */
export function archiveOf(
  drafts: readonly Draft[],
  options?: Parameters<typeof memoryArchive>[1],
): Archive {
  return memoryArchive(drafts.map(memoryArticle), { name: "The River Gazette", ...options });
}

/** The river's archive, served at the present. */
export function riverApp(options: Partial<AppOptions> = {}): ReturnType<typeof createApp> {
  return createApp(archiveOf(river), { now: () => presentMs, ...options });
}

/** The JSON of an answer, taken for what the test expects. */
export async function bodyOf<T>(response: Response): Promise<T> {
  const body: T = JSON.parse(await response.text());
  return body;
}

function memoryArticle({ date, section, body = "", problems, ...different }: Draft): MemoryArticle {
  const article: Article = {
    path: `${different.id}.md`,
    headline: different.id,
    standfirst: false,
    keywords: [],
    author: [],
    wordCount: body.split(" ").length,
    readingMinutes: 1,
    draft: false,
    provenance: { frontMatter: "yaml", inferred: [] },
    figures: [],
    blocks: [{ type: "paragraph", lines: [9, 9], children: [{ type: "text", text: body }] }],
    extra: {},
    ...different,
    ...(section === undefined
      ? {}
      : { section: { written: section, key: section.toLowerCase(), label: section } }),
    ...(date === undefined ? {} : { datePublished: articleDate(date) }),
  };
  return { article, body, ...(problems && { problems }) };
}

function articleDate(written: string): NonNullable<Article["datePublished"]> {
  const epochMs = Date.parse(written);
  return written.length === 4
    ? { written, precision: "year", offset: null, epochMs, endMs: Date.UTC(Number(written) + 1, 0) }
    : {
        written,
        precision: "minute",
        offset: "Z",
        epochMs,
        endMs: epochMs + 60_000,
        instant: new Date(epochMs).toISOString(),
      };
}
