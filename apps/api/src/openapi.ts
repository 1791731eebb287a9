import type { Context } from "hono";
import { bytesAnswer, entityTag, isFresh, notModified } from "./answer.ts";
import { openApiDocument } from "./openapi-document.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";

/** `/openapi.json`: the description of these resources and of itself. */
export function openApi(
  others: readonly Resource[],
  about: { readonly version: string; readonly basePath: string },
): Resource {
  function handle(c: Context): Response {
    refuseParameters(c.req.url);
    return isFresh(c, options.etag) ? notModified(options) : bytesAnswer(bytes, options);
  }

  const resource: Resource = {
    path: "/openapi.json",
    operationId: "getOpenApi",
    summary: "The description of this interface",
    answer: { description: "An OpenAPI 3.1 document", schema: "OpenApiDocument" },
    problems: [],
    takesQuery: false,
    tagged: true,
    handle,
  };
  const bytes = Buffer.from(`${JSON.stringify(openApiDocument([...others, resource], about))}\n`);
  const options = { etag: entityTag(String(bytes)) };
  return resource;
}
