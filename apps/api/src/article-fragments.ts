import {
  articleSummaryJson,
  matchJson,
  type Hit,
  type JsonContext,
  type Page,
} from "@broadsheet/core";
import { ownMemory } from "./own-memory.ts";

/** Bytes of articles that are kept: some ten thousand, ten times what the newest pages of lists show. */
const maxBytes = 16 * 1_024 * 1_024;

const end = Buffer.from("}");

/**
 * The JSON of articles as lists show them, each written once for all lists of one generation: writing it is
 * most of what a list costs beyond its search.
 */
export class ArticleFragments {
  readonly #byId = new Map<string, Buffer>();
  #generation = "";
  #bytes = 0;

  /** The articles of a page, each as bytes of its JSON. */
  hitsOf({ generation, hits }: Page, context: JsonContext): readonly Buffer[][] {
    if (generation !== this.#generation) this.#forget(generation);
    return hits.map((hit) => {
      const match = matchJson(hit);
      const rest = match === undefined ? end : Buffer.from(`,"match":${JSON.stringify(match)}}`);
      return [this.#open(hit, context), rest];
    });
  }

  /** All but the brace at its end. */
  #open({ article }: Hit, context: JsonContext): Buffer {
    const kept = this.#byId.get(article.id);
    if (kept !== undefined) return kept;
    const text = JSON.stringify(articleSummaryJson(article, context)).slice(0, -1);
    const made = ownMemory(Buffer.from(text));
    if (this.#bytes + made.byteLength > maxBytes) this.#forget(this.#generation);
    this.#byId.set(article.id, made);
    this.#bytes += made.byteLength;
    return made;
  }

  #forget(generation: string): void {
    this.#byId.clear();
    this.#bytes = 0;
    this.#generation = generation;
  }
}
