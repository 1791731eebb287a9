import {
  cleanLine,
  didYouMean,
  problemCodes,
  schemas,
  type JsonSchema,
  type Parameter,
  type TimelineInterval,
} from "@broadsheet/core";
import type { ProblemError } from "./problem-response.ts";

/** A parameter that says how what was found is shown. */
export type ViewParameter = Omit<Parameter, "name" | "form"> & {
  readonly name: "fields" | "highlight" | "body" | "include" | "interval" | "code" | "since";
  readonly form:
    | Parameter["form"]
    | {
        readonly type: "choice";
        readonly values: readonly string[];
        readonly default?: undefined;
      };
};

/** Forms in which the JSON of an article can hold its body. */
export const bodyForms = ["blocks", "text", "html", "markdown", "none"] as const;

/** One of them. */
export type BodyForm = (typeof bodyForms)[number];

const fields: ViewParameter = {
  name: "fields",
  form: { type: "list" },
  description:
    "Keys of an article to give, in JSON and NDJSON; `id` always comes. Without it all are given.",
  example: "headline,datePublished,links",
  alsoCalled: ["fl", "select", "only"],
};

/** What the addresses of lists take. */
export const listView: readonly ViewParameter[] = [
  fields,
  {
    name: "highlight",
    form: { type: "choice", values: ["none", "excerpt"], default: "none" },
    description:
      "`excerpt`: with each article the passage that shows the match, and where in it the match is. JSON and NDJSON.",
    example: "excerpt",
    alsoCalled: ["highlights", "excerpts", "snippet", "hl"],
  },
];

/** What the addresses of articles take. */
export const articleView: readonly ViewParameter[] = [
  fields,
  {
    name: "body",
    form: { type: "list", values: bodyForms },
    description: "Forms of the body to give in JSON; without it `blocks` and `text`.",
    example: "text,html",
    alsoCalled: ["content", "bodies"],
  },
  {
    name: "include",
    form: { type: "list", values: ["related"] },
    description: "What to give with the article in JSON: `related`, the articles about the same.",
    example: "related",
    alsoCalled: ["expand", "embed", "with"],
  },
];

/** What the address of related articles takes. */
export const relatedView: readonly ViewParameter[] = [fields];

/** What the address of problems takes. */
export const problemsView: readonly ViewParameter[] = [
  {
    name: "code",
    form: { type: "choice", values: problemCodes },
    description: "Only problems of this kind.",
    example: "date-impossible",
    alsoCalled: ["kind", "type", "problem"],
  },
];

/** Longest place in the history of an archive, in UTF-16 units: five numbers and a name. */
const maxSinceLength = 100;

/** What the address of changes takes. */
export const changesView: readonly ViewParameter[] = [
  {
    name: "since",
    form: { type: "cursor", maxLength: maxSinceLength },
    description:
      "From where on: `meta.next` of an earlier answer. Without it there are no changes, only where to begin.",
    example: "ce5f49b0.12_1717200000000",
    alsoCalled: ["after", "since_id", "token", "seq"],
  },
];

/** How long the stretches of a timeline can be. */
export const intervals = [
  "day",
  "week",
  "month",
  "year",
] as const satisfies readonly TimelineInterval[];

/** What the address of the timeline takes. */
export const timelineView: readonly ViewParameter[] = [
  {
    name: "interval",
    form: { type: "choice", values: intervals, default: "month" },
    description: "How long each stretch is; weeks begin on Monday.",
    example: "week",
    alsoCalled: ["by", "step", "granularity", "bucket"],
  },
];

/** How to show what was found. */
export type View = {
  /** Absent: every key. */
  readonly fields?: ReadonlySet<string>;
  readonly highlight: boolean;
  readonly body: ReadonlySet<BodyForm>;
  readonly related: boolean;
  readonly interval: TimelineInterval;
  /** The kind of problem. Absent: every kind. */
  readonly code?: string;
  /** From where on changes are told. Absent: from now on. */
  readonly since?: string;
  /** The same in one spelling. */
  readonly entries: readonly (readonly [string, string])[];
};

/** How things are shown to whoever says nothing of it. */
const plainView: View = {
  highlight: false,
  related: false,
  interval: "month",
  body: new Set<BodyForm>(["blocks", "text"]),
  entries: [],
};

/** Keys of articles that may be asked for. */
export const listFields: readonly string[] = [...keysOf("ArticleSummary"), "match"];
export const articleFields: readonly string[] = [...new Set(keysOf("Article"))];

function keysOf(name: string): readonly string[] {
  const keys = (schema: JsonSchema | undefined): readonly string[] =>
    schema === undefined
      ? []
      : [
          ...Object.keys(schema.properties ?? {}),
          ...(schema.$ref === undefined ? [] : keysOf(schema.$ref.replace(/^.*\//, ""))),
          ...(schema.allOf ?? []).flatMap(keys),
        ];
  return keys(schemas[name]);
}

/**
 * Takes what says how to show things from the parameters of an address. What is left is the query's; what
 * is wrong comes back as errors.
 */
export function readView(
  entries: readonly (readonly [string, string])[],
  known: readonly ViewParameter[],
  keys: readonly string[],
): { view: View; rest: readonly (readonly [string, string])[]; errors: readonly ProblemError[] } {
  // Most addresses say nothing of it.
  if (!entries.some(([name]) => known.some((each) => each.name === name)))
    return { view: plainView, rest: entries, errors: [] };
  const errors: ProblemError[] = [];
  const values = new Map<string, string[]>();
  const rest = entries.filter(([name, value]) => {
    const parameter = known.find((each) => each.name === name);
    if (parameter === undefined) return true;
    values.set(name, [...(values.get(name) ?? []), ...value.split(",")]);
    return false;
  });
  const choose = (name: ViewParameter["name"], allowed: readonly string[]): readonly string[] => {
    if (!values.has(name)) return [];
    const given = [...new Set((values.get(name) ?? []).map((value) => value.trim()))];
    for (const value of given.filter((each) => !allowed.includes(each))) {
      const suggestion = didYouMean(value, allowed);
      errors.push({
        parameter: name,
        value: cleanLine(value).slice(0, 120),
        detail: `It knows no such value. Give some of ${allowed.join(", ")}.`,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    return allowed.filter((each) => given.includes(each));
  };
  const [since, ...more] = values.get("since") ?? [];
  if (
    since !== undefined &&
    (more.length > 0 || !/^[!-~]+$/.test(since) || since.length > maxSinceLength)
  )
    errors.push({
      parameter: "since",
      detail: "Give meta.next of an earlier answer, or leave it out.",
    });
  const shown = choose("fields", keys);
  const highlight = choose("highlight", ["none", "excerpt"]);
  const body = choose("body", bodyForms);
  const include = choose("include", ["related"]);
  const interval = choose("interval", intervals);
  const [code] = choose("code", problemCodes);
  const view: View = {
    ...(shown.length === 0 ? {} : { fields: new Set(["id", ...shown]) }),
    highlight: highlight.includes("excerpt"),
    related: include.length > 0,
    ...(code === undefined ? {} : { code }),
    ...(since === undefined ? {} : { since }),
    interval: intervals.find((each) => interval.includes(each)) ?? plainView.interval,
    body:
      body.length === 0 ? plainView.body : new Set(bodyForms.filter((form) => body.includes(form))),
    entries: Object.entries({ fields: shown, highlight, body, include, interval }).flatMap(
      ([name, list]) => (list.length === 0 ? [] : [[name, list.join(",")] as const]),
    ),
  };
  return { view, rest, errors };
}

/** An object with the keys that are to be shown. */
export function shownFields<Shown extends object>(
  json: Shown,
  { fields: shown }: View,
): Partial<Shown> {
  if (shown === undefined) return json;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys and values are those of `json`
  return Object.fromEntries(
    Object.entries(json).filter(([key]) => shown.has(key)),
  ) as Partial<Shown>;
}
