import { expectTypeOf } from "vitest";
import { type ParsedArticle, parseArticle } from "../../src/article/parse-article.ts";
import type { StandardSchema } from "../../src/article/standard-schema.ts";
import { type Review, reviewSchema } from "./a-schema.ts";

// The compiler is the test: what a validator gives is what the result holds.

const source = { path: "a.md", text: "Text." };

expectTypeOf(parseArticle(source, { extraSchema: reviewSchema })).toEqualTypeOf<
  ParsedArticle<Review>
>();
expectTypeOf(parseArticle(source, { extraSchema: reviewSchema }).extra).toEqualTypeOf<
  Review | undefined
>();
expectTypeOf(parseArticle(source)).toEqualTypeOf<ParsedArticle>();
expectTypeOf(parseArticle(source).extra).toEqualTypeOf<unknown>();
expectTypeOf<ParsedArticle<Review>>().toExtend<ParsedArticle>();

// What a validator takes does not matter: it is always given what was written.
declare const strict: StandardSchema<{ rating: string }, Review>;
expectTypeOf(parseArticle(source, { extraSchema: strict }).extra).toEqualTypeOf<
  Review | undefined
>();

// @ts-expect-error -- a function is no validator
parseArticle(source, { extraSchema: (value: unknown) => value });
