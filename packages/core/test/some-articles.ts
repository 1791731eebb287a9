import fc from "fast-check";
import { randomArticles } from "../src/archive/conformance/random-articles.ts";
import { randomNumbers } from "../src/archive/conformance/random-numbers.ts";
import type { Sample } from "../src/archive/conformance/sample.ts";

/** A few articles about rivers and bridges, with ids of their own. */
export const someArticles: fc.Arbitrary<readonly Sample[]> = fc
  .nat()
  .map((seed) => randomArticles(randomNumbers(seed)));
