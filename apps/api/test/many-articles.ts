import type { Draft } from "./river-archive.ts";

/** What the articles say. */
export const words: readonly string[] = ["bridge", "ferry", "road", "river", "ស្ពាន", "橋"];
const sections = ["National", "Business", "Arts"];
const languages = ["en", "km", "zh-Hant"];

/** Articles with ties, gaps, coarse dates, drafts and embargoes: more than a page of them. */
export const many: readonly Draft[] = Array.from({ length: 90 }, (_, place) => {
  const date = [undefined, "2023", `2024-0${(place % 8) + 1}-01T00:00Z`][place % 3];
  const section = [...sections, undefined][place % 4];
  const inLanguage = [...languages, undefined][place % 5];
  return {
    id: `article-${place}`,
    headline: `${words[place % 6]} ${words[place % 7] ?? ""}`,
    body: `${words[place % 5]} and ${words[place % 4]}`,
    draft: place % 10 === 9,
    ...(date === undefined ? {} : { date }),
    ...(section === undefined ? {} : { section }),
    ...(inLanguage === undefined ? {} : { inLanguage }),
  };
});
