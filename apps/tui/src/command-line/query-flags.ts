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
export const queryFlags: readonly Flag[] = parameters.flatMap(
  ({ name, flag, form, description }) => {
    if (flag === undefined || name === "facets") return [];
    const value = valueNames[name] ?? "VALUE";
    const choices = form.type === "choice" ? ` ${value} is ${form.values.join(", ")}.` : "";
    return [{ name: flag, value, description: `${description}${choices}` }];
  },
);

/** Those that say which of the articles are wanted, and in what order. */
export const pageFlags: ReadonlySet<string> = new Set(
  parameters.flatMap(({ name, flag }) =>
    flag !== undefined && (name === "sort" || name === "limit" || name === "cursor") ? [flag] : [],
  ),
);
