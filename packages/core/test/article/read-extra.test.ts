import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { StandardSchema } from "../../src/article/standard-schema.ts";
import { SettingsError } from "../../src/errors.ts";
import { reviewSchema } from "./a-schema.ts";

const text = "---\ntitle: A\nrating: 4\nvenue: {city: Kampot}\n---\nText.";

describe("a validator for the fields that the model does not know", () => {
  it("gives the result what it makes of them, and leaves them as they were written", () => {
    const parsed = parseArticle({ path: "a.md", text }, { extraSchema: reviewSchema });
    expect(parsed.extra).toEqual({ rating: 4, city: "Kampot" });
    expect(parsed.article.extra).toEqual({ rating: "4", venue: { city: "Kampot" } });
    expect(parsed.problems).toEqual([]);
  });

  it("makes a problem of each thing amiss, and the article is kept", () => {
    const wrong = text.replace("4", "many").replace("Kampot", "[1]");
    const parsed = parseArticle({ path: "a.md", text: wrong }, { extraSchema: reviewSchema });
    expect("extra" in parsed).toBe(false);
    expect(parsed.article).toMatchObject({ headline: "A", extra: { rating: "many" } });
    expect(
      parsed.problems.map(({ code, line, column, value }) => [code, line, column, value]),
    ).toEqual([
      ["extra-invalid", 3, 9, "rating: expected a number"],
      ["extra-invalid", 4, 8, "venue.city: expected a text"],
    ]);
  });

  it("may find something missing, which stands nowhere", () => {
    const parsed = parseArticle({ path: "a.md", text: "Text." }, { extraSchema: reviewSchema });
    const problem = parsed.problems.find(({ code }) => code === "extra-invalid");
    expect(problem).toMatchObject({ path: "a.md", value: "rating: expected a number" });
    expect(problem?.line).toBe(undefined);
  });

  it("may find that all of them are amiss together", () => {
    const extraSchema = schemaThat(() => ({ issues: [{ message: "too \u001b[31mfew" }] }));
    const { problems } = parseArticle({ path: "a.md", text }, { extraSchema });
    expect(problems).toMatchObject([{ code: "extra-invalid", value: "too few" }]);
  });

  it("is not listened to without end", () => {
    const issues = Array.from({ length: 10_000 }, () => ({ message: "no" }));
    const extraSchema = schemaThat(() => ({ issues }));
    expect(parseArticle({ path: "a.md", text }, { extraSchema }).problems).toHaveLength(50);
  });

  it.for(["in time", "never"])("is refused when it answers later, or fails later: %s", (word) => {
    const later = (): Promise<{ value: unknown }> =>
      word === "never" ? Promise.reject(new Error(word)) : Promise.resolve({ value: 1 });
    const call = (): unknown =>
      parseArticle({ path: "a.md", text }, { extraSchema: schemaThat(later) });
    expect(call).toThrow(SettingsError);
    expect(call).toThrow(
      expect.objectContaining({ code: "schema-asynchronous", setting: "extraSchema" }),
    );
  });
});

function schemaThat(validate: StandardSchema["~standard"]["validate"]): StandardSchema {
  return { "~standard": { version: 1, vendor: "gazette", validate } };
}
