import type { Archive } from "@broadsheet/core";
import { memoryArchive } from "../../../../packages/core/test/memory-archive.ts";
import { article } from "../articles.ts";

/** Words that stand in some articles and not in others. */
const topics = ["bridge", "ferry", "school", "market"];

/** An archive of so many articles in memory, the newest first. */
export function archiveOf(
  count: number,
  options: { readonly state?: "building" | "ready" } = {},
): Archive {
  return memoryArchive(
    Array.from({ length: count }, (_, index) => {
      const topic = topics[index % topics.length] ?? "";
      const text = `The ${topic} was the talk of the town.\n\n${`Paragraph about the ${topic} and the river. `.repeat(12).trim()}`;
      return {
        article: article(`n${index}`, {
          headline: `Number ${index} on the ${topic}`,
          text,
          section:
            index % 2 === 0
              ? { written: "NATIONAL", key: "national", label: "National" }
              : { written: "ជាតិ", key: "ជាតិ", label: "ជាតិ" },
          day: new Date(Date.parse("2024-11-26") - index * 86_400_000).toISOString().slice(0, 10),
        }),
        body: text,
      };
    }),
    { name: "The River Gazette", ...options },
  );
}
