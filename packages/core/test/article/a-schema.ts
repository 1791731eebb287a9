import type { SchemaIssue, StandardSchema } from "../../src/article/standard-schema.ts";

/** What the schema below makes of `rating: 4` and `venue: {city: Kampot}`. */
export type Review = { readonly rating: number; readonly city?: string };

/** A validator as libraries give them, which turns texts into numbers. */
export const reviewSchema: StandardSchema<unknown, Review> = {
  "~standard": {
    version: 1,
    vendor: "gazette",
    validate: (value) => {
      const { rating, venue } = value as { rating?: unknown; venue?: { city?: unknown } };
      const issues: SchemaIssue[] = [];
      const stars = Number(rating);
      if (!Number.isInteger(stars)) issues.push({ message: "expected a number", path: ["rating"] });
      if (venue !== undefined && typeof venue.city !== "string") {
        issues.push({ message: "expected a text", path: ["venue", { key: "city" }] });
      }
      if (issues.length > 0) return { issues };
      const city = typeof venue?.city === "string" ? { city: venue.city } : {};
      return { value: { rating: stars, ...city } };
    },
  },
};
