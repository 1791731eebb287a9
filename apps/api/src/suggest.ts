import { cleanLine, type ObjectSchema } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { json } from "./format.ts";
import { withinGeneration } from "./one-generation.ts";
import { readTaken } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen, countSeen } from "./seen.ts";
import { withKey, type Service } from "./service.ts";
import { understand } from "./understand.ts";

/** Words that are offered at most: what fits below a search box. */
const maxOffered = 10;

/** Words that begin as what is being typed. */
export type SuggestionsJson = {
  readonly data: readonly {
    readonly word: string;
    readonly text: string;
    readonly articles: number;
  }[];
  readonly meta: { readonly generation: string; readonly timedOut: boolean };
};

/** The schema of `SuggestionsJson`. */
export const suggestionsSchema: ObjectSchema<SuggestionsJson> = {
  type: "object",
  description:
    "Words of the articles that begin as the last word of q, those in most of them first.",
  required: ["data", "meta"],
  properties: {
    data: {
      type: "array",
      items: {
        type: "object",
        required: ["word", "text", "articles"],
        properties: {
          word: { type: "string", description: "Without case and accents." },
          text: { type: "string", description: "q with this word in place of its last." },
          articles: { type: "integer", minimum: 1, description: "How many articles have it." },
        },
      },
    },
    meta: {
      type: "object",
      required: ["generation", "timedOut"],
      properties: {
        generation: { type: "string" },
        timedOut: {
          type: "boolean",
          description: "Whether there may be other words, for lack of time.",
        },
      },
    },
  },
};

/** `/v1/suggest`: words that what is being typed may become. */
export function suggest(service: Service): Resource {
  const { archive } = service;

  async function plan({ url, signal }: Asked): Promise<Plan> {
    const { moment, request, key } = await understand(service, (context) =>
      readTaken(url, context, ["q"]),
    );
    const typed = request.entries.find(([name]) => name === "q")?.[1].trimEnd();
    if (typed === undefined || typed === "") {
      const errors = [{ parameter: "q", detail: "Give what has been typed so far." }];
      throw new Failure("invalid-parameters", { detail: "There is nothing to complete.", errors });
    }
    const last = typed.search(/[\p{L}\p{N}\p{M}]+$/u);
    return {
      key: withKey({ key }, typed),
      async make() {
        const seen = allSeen(service, moment);
        const { answer, generation } = await withinGeneration(archive, async () => {
          const { words, timedOut = false } =
            last < 0 ? { words: [] } : await archive.suggest(typed.slice(last), { signal });
          const offered = await Promise.all(
            words.map(async ({ word }) => ({
              word,
              text: cleanLine(typed.slice(0, last)) + word,
              // The archive counts drafts too, and knows their words.
              ...(await countSeen(archive, seen, word, signal)),
            })),
          );
          return { offered, timedOut: timedOut || offered.some((each) => each.timedOut) };
        });
        const body: SuggestionsJson = {
          data: answer.offered
            .filter(({ articles }) => articles > 0)
            .toSorted((a, b) => b.articles - a.articles)
            .slice(0, maxOffered)
            .map(({ word, text, articles }) => ({ word, text, articles })),
          meta: {
            generation: generation ?? moment.status.generation,
            timedOut: answer.timedOut,
          },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          isPartial: answer.timedOut || generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/suggest",
    operationId: "suggestWords",
    summary: "Words that what is being typed may become",
    description: "Words, those in most articles first",
    formats: [json("Suggestions")],
    problems: [],
    takesQuery: ["q"],
    tagged: true,
    plan,
  };
}
