import { json } from "./format.ts";
import { openApiDocument } from "./openapi-document.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { always } from "./validity.ts";

/** `/openapi.json`: the description of these resources and of itself. */
export function openApi(
  others: readonly Resource[],
  about: { readonly version: string; readonly basePath: string },
): Resource {
  const resource: Resource = {
    path: "/openapi.json",
    operationId: "getOpenApi",
    summary: "The description of this interface",
    description: "An OpenAPI 3.1 document",
    formats: [json("OpenApiDocument")],
    problems: [],
    takesQuery: false,
    tagged: true,
    plan({ url }: Asked): Plan {
      refuseParameters(url);
      return { key: { parts: [body], validity: always }, make: () => ({ body }) };
    },
  };
  const body = `${JSON.stringify(openApiDocument([...others, resource], about))}\n`;
  return resource;
}
