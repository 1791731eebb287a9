import type { JsonSchema } from "../../src/presentation/json-schema.ts";
import { schemas } from "../../src/presentation/schemas.ts";

/**
 * What is wrong with a value by a schema of ours, a sentence for each fault; keys that no schema describes
 * are faults too. It knows the keywords that we use.
 */
export function schemaFaults(
  value: unknown,
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>> = schemas,
): string[] {
  const { faults, known } = check(value, schema, "$", named);
  return [...faults, ...undescribed(value, known, "$")];
}

type Result = { readonly faults: string[]; readonly known: ReadonlySet<string> };

function check(
  value: unknown,
  schema: JsonSchema,
  path: string,
  named: Readonly<Record<string, JsonSchema>>,
): Result {
  const faults: string[] = [];
  const known = new Set(Object.keys(schema.properties ?? {}));
  const say = (fault: string): unknown => faults.push(`${path} ${fault}: ${JSON.stringify(value)}`);

  if (schema.$ref !== undefined) {
    const target = named[schema.$ref.replace("#/components/schemas/", "")];
    return target === undefined
      ? { faults: [`${schema.$ref} is not there`], known }
      : check(value, target, path, named);
  }
  for (const part of schema.allOf ?? []) {
    const result = check(value, part, path, named);
    faults.push(...result.faults);
    for (const key of result.known) known.add(key);
  }
  if (schema.oneOf !== undefined) {
    const results = schema.oneOf.map((option) => check(value, option, path, named));
    const [right, ...more] = results.filter((result) => result.faults.length === 0);
    if (right === undefined || more.length > 0) say(`fits ${more.length} of its forms`);
    for (const key of right?.known ?? []) known.add(key);
  }
  const types: readonly string[] = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    say(`is no ${types.join(" or ")}`);
  if (schema.enum !== undefined && !schema.enum.some((each) => each === value))
    say("is not in its list");
  if (typeof value === "string") {
    if (value.length < (schema.minLength ?? 0)) say("is too short");
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value))
      say("does not fit its pattern");
  }
  if (typeof value === "number") {
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
      say("is out of range");
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))
      say("has a wrong length");
    const { items } = schema;
    if (items !== undefined) {
      faults.push(
        ...value.flatMap((item, place) => whole(item, items, `${path}[${place}]`, named)),
      );
    }
  } else if (typeof value === "object" && value !== null) {
    for (const key of schema.required ?? []) if (!Object.hasOwn(value, key)) say(`lacks ${key}`);
    for (const [key, item] of Object.entries(value)) {
      const property = schema.properties?.[key];
      if (property !== undefined) faults.push(...whole(item, property, `${path}.${key}`, named));
    }
  }
  return { faults, known };
}

function whole(
  value: unknown,
  schema: JsonSchema,
  path: string,
  named: Readonly<Record<string, JsonSchema>>,
): string[] {
  const { faults, known } = check(value, schema, path, named);
  return [...faults, ...undescribed(value, known, path)];
}

/** An object whose schema names no key (front matter that we do not know) may hold any. */
function undescribed(value: unknown, known: ReadonlySet<string>, path: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || known.size === 0)
    return [];
  return Object.keys(value).flatMap((key) =>
    known.has(key) ? [] : [`${path}.${key} is not described`],
  );
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
