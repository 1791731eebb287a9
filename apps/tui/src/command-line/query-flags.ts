import { parameters, type ParameterName } from "@broadsheet/core/view";
import type { Flag } from "./command-table.ts";

/** What the values of the query flags are called. */
const valueNames: { readonly [name in ParameterName]?: string } = {
  section: "NAME",
  lang: "TAG",
  tag: "KEYWORD",
  author: "NAME",
  source: "HOST",
  from: "DATE",
  to: "DATE",
  sort: "ORDER",
  limit: "NUMBER",
  cursor: "CURSOR",
};

/** The flags that ask for articles: those of the parameter table that HTTP has too. */
export const queryFlags: readonly Flag[] = parameters.flatMap(({ name, flag, description }) =>
  flag === undefined || name === "facets"
    ? []
    : [{ name: flag, value: valueNames[name] ?? "VALUE", description }],
);

/** Those that say which of the articles are wanted, and in what order. */
export const pageFlags: ReadonlySet<string> = new Set(
  parameters.flatMap(({ name, flag }) =>
    flag !== undefined && (name === "sort" || name === "limit" || name === "cursor") ? [flag] : [],
  ),
);
