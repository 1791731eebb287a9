import { cleanLine } from "../text/clean-text.ts";
import { didYouMean } from "./did-you-mean.ts";
import {
  maxListValues,
  maxValueLength,
  parameters,
  type Parameter,
  type ParameterName,
} from "./parameters.ts";
import { problem, shown, type QueryProblem } from "./query-problem.ts";

/** More problems than this help nobody, and each costs a look for what was meant. */
export const maxQueryProblems = 20;

/** What was given for each parameter, as far as its form holds; what did not hold is a problem. */
export type GivenValues = {
  /** One value for each parameter that is no list; for lists at least one, each once. */
  readonly values: ReadonlyMap<ParameterName, readonly string[]>;
  readonly problems: readonly QueryProblem[];
};

/** Sorts names and values by parameter and checks them against the table. Never throws. */
export function readValues(entries: Iterable<readonly [string, string]>): GivenValues {
  const values = new Map<ParameterName, string[]>();
  const problems: QueryProblem[] = [];
  for (const [name, value] of entries) {
    if (problems.length >= maxQueryProblems) break;
    const parameter = parameters.find((each) => each.name === name);
    const found = parameter === undefined ? unknown(name, value) : check(parameter, value, values);
    if (found !== undefined) problems.push(found);
  }
  return { values, problems };
}

function unknown(name: string, value: string): QueryProblem {
  const suggestion = parameterMeant(name);
  const names = parameters.map((parameter) => parameter.name).join(", ");
  return {
    ...problem("unknown-parameter", name, value, "There is no such parameter."),
    remedy: suggestion === undefined ? `There are ${names}.` : `Did you mean ${suggestion}?`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function parameterMeant(name: string): string | undefined {
  const called = (wanted: string): string | undefined =>
    parameters.find((each) => each.alsoCalled.some((other) => other.toLowerCase() === wanted))
      ?.name;
  const names = parameters.map((each) => each.name);
  const all = [...names, ...parameters.flatMap((each) => each.alsoCalled)];
  const near = didYouMean(name, all);
  return called(name.toLowerCase()) ?? names.find((each) => each === near) ?? called(near ?? "");
}

/** Puts a value where it belongs, or says why it cannot. */
function check(
  { name, form }: Parameter,
  value: string,
  values: Map<ParameterName, string[]>,
): QueryProblem | undefined {
  if (form.type === "list") {
    const items = value.split(",", maxListValues + 1).map(cleanLine);
    return items.map((item) => addItem(name, form.values, item, values)).find(Boolean);
  }
  if (values.has(name)) {
    return problem(
      "repeated-parameter",
      name,
      value,
      "It is given more than once.",
      "Give it once.",
    );
  }
  const text = cleanLine(value);
  const maxLength = "maxLength" in form ? form.maxLength : maxValueLength;
  const found =
    wrongText(name, text, maxLength) ??
    (form.type === "choice" ? wrongChoice(name, text, form.values) : undefined) ??
    (form.type === "integer" ? wrongInteger(name, text, form) : undefined);
  if (found === undefined) values.set(name, [text]);
  return found;
}

function addItem(
  name: ParameterName,
  allowed: readonly string[] | undefined,
  item: string,
  values: Map<ParameterName, string[]>,
): QueryProblem | undefined {
  const before = values.get(name) ?? [];
  const found =
    wrongText(name, item, maxValueLength) ??
    (allowed === undefined ? undefined : wrongChoice(name, item, allowed));
  if (found !== undefined || before.includes(item)) return found;
  if (before.length === maxListValues) {
    return problem(
      "too-many",
      name,
      item,
      `There are more than ${maxListValues} values.`,
      `Give at most ${maxListValues}.`,
    );
  }
  values.set(name, [...before, item]);
  return undefined;
}

function wrongText(name: string, text: string, maxLength: number): QueryProblem | undefined {
  if (text === "") {
    return problem("empty-value", name, text, "It has no value.", "Give it one, or leave it out.");
  }
  if (text.length <= maxLength) return undefined;
  const message = `It is longer than ${maxLength} characters.`;
  return problem("too-long", name, text, message, "Shorten it.");
}

function wrongChoice(
  name: string,
  text: string,
  allowed: readonly string[],
): QueryProblem | undefined {
  if (allowed.includes(text)) return undefined;
  const suggestion = didYouMean(text, allowed);
  return {
    ...problem("not-a-choice", name, text, `“${shown(text)}” is not one of its values.`),
    remedy:
      suggestion === undefined ? `It can be ${list(allowed)}.` : `Did you mean ${suggestion}?`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function wrongInteger(
  name: string,
  text: string,
  form: { readonly minimum: number; readonly maximum: number },
): QueryProblem | undefined {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= form.minimum && number <= form.maximum) return undefined;
  return problem(
    "not-a-number",
    name,
    text,
    `“${shown(text)}” is not a whole number from ${form.minimum} to ${form.maximum}.`,
    `Give a number from ${form.minimum} to ${form.maximum}.`,
  );
}

function list(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
