import type { Block, Figure, Inline } from "../article/block.ts";
import type { JsonSchema, ObjectSchema } from "./json-schema.ts";

const url: JsonSchema = {
  type: "string",
  description: "Absolute (http, https or mailto), or a path inside the archive.",
};
const inlines: JsonSchema = { type: "array", items: { $ref: "#/components/schemas/Inline" } };
const blocks: JsonSchema = { type: "array", items: { $ref: "#/components/schemas/Block" } };
const lines: JsonSchema = {
  type: "array",
  description: "The first and last line in the file, from 1, both inclusive.",
  items: { type: "integer", minimum: 1 },
  minItems: 2,
  maxItems: 2,
};

/** Keys that a block may lack. */
const optional: readonly string[] = ["caption", "creditText", "language"];

/** A schema for each key of each form, so that the compiler finds what is not described. */
type PropertiesByType<T extends { readonly type: string }> = {
  readonly [type in T["type"]]: {
    readonly [key in Exclude<keyof Extract<T, { readonly type: type }>, "type">]-?: JsonSchema;
  };
};

const inlineProperties: PropertiesByType<Inline> = {
  text: { text: { type: "string" } },
  emphasis: { children: inlines },
  strong: { children: inlines },
  strikethrough: { children: inlines },
  code: { text: { type: "string" } },
  link: { url, children: inlines },
  image: {
    url,
    alt: { type: "string" },
    caption: { type: "string", description: "The title written with it. Absent without one." },
  },
  break: {},
};

/** The schema of a run of text inside a block. */
export const inlineSchema: JsonSchema = {
  description: "A run of text. It holds no markup.",
  oneOf: Object.entries(inlineProperties).map(([type, properties]) => variant(type, properties)),
};

const figureProperties: ObjectSchema<Figure>["properties"] = {
  lines,
  url,
  alt: { type: "string", description: "The alternative text; empty when none was written." },
  caption: { type: "string", description: "Without its credit. Absent when no caption follows." },
  creditText: { type: "string", description: "Who made the picture. Absent when nobody is named." },
};

/** The schema of a picture in the body. */
export const figureSchema: ObjectSchema<Figure> = {
  type: "object",
  description: "A picture in the body, with the caption and the credit that belong to it.",
  required: ["lines", "url", "alt"],
  properties: figureProperties,
};

const blockProperties: PropertiesByType<Block> = {
  paragraph: { lines, children: inlines },
  heading: { lines, level: { type: "integer", minimum: 1, maximum: 6 }, children: inlines },
  figure: figureProperties,
  quote: { lines, children: blocks },
  list: {
    lines,
    ordered: { type: "boolean" },
    start: { type: "integer", description: "The first item's number." },
    items: { type: "array", items: blocks },
  },
  code: { lines, language: { type: "string" }, text: { type: "string" } },
  table: {
    lines,
    align: { type: "array", items: { enum: ["left", "center", "right", null] } },
    head: { type: "array", items: inlines },
    rows: { type: "array", items: { type: "array", items: inlines } },
  },
  rule: { lines },
};

/** The schema of a piece of an article's body. */
export const blockSchema: JsonSchema = {
  description: "A piece of the body, with the lines it stands on.",
  oneOf: Object.entries(blockProperties).map(([type, properties]) => variant(type, properties)),
};

function variant(type: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: "object",
    required: ["type", ...Object.keys(properties).filter((key) => !optional.includes(key))],
    properties: { type: { enum: [type] }, ...properties },
  };
}
