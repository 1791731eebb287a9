import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { JsonSchema } from "../../src/presentation/json-schema.ts";
import { schemas } from "../../src/presentation/schemas.ts";

/** What is wrong with a value, a sentence for each fault. */
export type Judge = (value: unknown) => string[];

type Validator = Parameters<typeof formats.default>[0];
type Named = Readonly<Record<string, JsonSchema>>;

/** Judges by a schema of whichever draft the validator is for. */
export function judgeBy(schema: object, validator: Validator = ajv()): Judge {
  const validate = formats.default(validator).compile(schema);
  return (value) => {
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

function ajv(): Ajv2020 {
  return new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
}

const judges = new WeakMap<JsonSchema, Judge>();

/** What is wrong with a value by a schema of ours; keys that no schema describes are faults too. */
export function schemaFaults(value: unknown, schema: JsonSchema, named: Named = schemas): string[] {
  const judge = judges.get(schema) ?? closedJudge(schema, named);
  judges.set(schema, judge);
  return judge(value);
}

function closedJudge(schema: JsonSchema, named: Named): Judge {
  const components = { schemas: each(named, (one) => inside(one, named)) };
  const whole = { ...closed(schema, named), components };
  return judgeBy(whole, ajv().addVocabulary(["components"]));
}

function closed(schema: JsonSchema, named: Named): object {
  const open = inside(schema, named);
  return describesKeys(schema, named) ? { ...open, unevaluatedProperties: false } : open;
}

/** The same schema, with what its values hold closed. */
function inside(schema: JsonSchema, named: Named): object {
  const { properties, items, oneOf, allOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: each(properties, (one) => closed(one, named)) }),
    ...(items && { items: closed(items, named) }),
    ...(oneOf && { oneOf: oneOf.map((one) => inside(one, named)) }),
    ...(allOf && { allOf: allOf.map((one) => inside(one, named)) }),
  };
}

/** An object whose schema names no key (front matter that we do not know) may hold any. */
function describesKeys({ $ref, properties, oneOf, allOf }: JsonSchema, named: Named): boolean {
  const target = named[$ref?.replace("#/components/schemas/", "") ?? ""];
  const parts = [target ?? [], oneOf ?? [], allOf ?? []].flat();
  return (
    Object.keys(properties ?? {}).length > 0 || parts.some((part) => describesKeys(part, named))
  );
}

function each(all: Named, change: (schema: JsonSchema) => object): object {
  return Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, change(schema)]));
}
