/**
 * The part of JSON Schema (draft 2020-12, https://json-schema.org/draft/2020-12) that describes our JSON.
 * References are to `#/components/schemas/…`, where OpenAPI keeps its schemas.
 */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?:
    | "object"
    | "array"
    | "string"
    | "integer"
    | "number"
    | "boolean"
    | "null"
    | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | null)[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
};

type OptionalKey<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

/** A schema that the compiler holds against a type: all of its keys and no other, the required ones required. */
export type ObjectSchema<T> = {
  readonly type: "object";
  readonly description: string;
  readonly properties: { readonly [K in keyof T]-?: JsonSchema };
  readonly required: readonly Exclude<keyof T & string, OptionalKey<T>>[];
};
