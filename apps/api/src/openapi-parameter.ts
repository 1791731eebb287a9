import type { JsonSchema, Parameter } from "@broadsheet/core";
import type { ViewParameter } from "./view.ts";

/** What an OpenAPI document says of a parameter. */
export type OpenApiParameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly schema: JsonSchema & { readonly default?: string | number | undefined };
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: "form";
  readonly explode?: boolean;
  readonly example?: string | number | readonly string[];
};

/** A parameter that is a part of the path. */
export function pathParameter(name: string): OpenApiParameter {
  return { name, in: "path", required: true, schema: { type: "string" } };
}

/** A parameter of a query, from the table that queries are read by. */
export function queryParameter({
  name,
  form,
  description,
  example,
}: Parameter | ViewParameter): OpenApiParameter {
  const list = form.type === "list";
  return {
    name,
    in: "query",
    description: list ? `${description} Repeat it, or join the values with commas.` : description,
    schema: valueSchema(form),
    ...(list ? { style: "form", explode: true } : {}),
    example: list ? example.split(",") : form.type === "integer" ? Number(example) : example,
  };
}

function valueSchema(form: ViewParameter["form"]): OpenApiParameter["schema"] {
  switch (form.type) {
    case "list":
      return {
        type: "array",
        items: { type: "string", ...(form.values === undefined ? {} : { enum: form.values }) },
      };
    case "choice":
      return { type: "string", enum: form.values, default: form.default };
    case "integer":
      return {
        type: "integer",
        minimum: form.minimum,
        maximum: form.maximum,
        default: form.default,
      };
    case "text":
    case "cursor":
      return { type: "string", minLength: 1, maxLength: form.maxLength };
    case "date":
      return { type: "string", minLength: 4 };
  }
}
