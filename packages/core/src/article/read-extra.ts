import { SettingsError } from "../errors.ts";
import type { Article } from "./article.ts";
import type { SchemaIssue, SchemaResult, StandardSchema } from "./standard-schema.ts";

/** After so many the rest is left out: a list of a thousand entries may be amiss in each. */
const maxIssues = 50;

/** What a validator made of the fields that the model does not know; without `value` it found something amiss. */
export type ReadExtra<Extra> = {
  readonly value?: Extra;
  readonly issues: readonly {
    /** The outermost field; undefined when all of them are meant. */
    readonly field: string | undefined;
    /** The way to what is amiss, and what is: `rating: expected a number`. */
    readonly text: string;
  }[];
};

/**
 * Gives a validator the fields that the model does not know.
 *
 * @throws {SettingsError} for a validator that answers later.
 */
export function readExtra<Extra>(
  schema: StandardSchema<unknown, Extra>,
  extra: Article["extra"],
): ReadExtra<Extra> {
  const result = schema["~standard"].validate(extra);
  if (isPromise(result)) {
    // Nobody waits for it, so nobody is to be told of its failure.
    void result.then(undefined, () => undefined);
    throw new SettingsError(
      "schema-asynchronous",
      "extraSchema",
      "extraSchema: expected a validator that answers at once, not one that gives a promise.",
    );
  }
  if (result.issues === undefined) return { value: result.value, issues: [] };
  return { issues: result.issues.slice(0, maxIssues).map(readIssue) };
}

function isPromise<Value>(
  result: SchemaResult<Value> | Promise<SchemaResult<Value>>,
): result is Promise<SchemaResult<Value>> {
  return "then" in result;
}

function readIssue({ message, path = [] }: SchemaIssue): ReadExtra<unknown>["issues"][number] {
  const names = path.map((part) => String(typeof part === "object" ? part.key : part));
  return { field: names[0], text: [names.join("."), message].filter(Boolean).join(": ") };
}
