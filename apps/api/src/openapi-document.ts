import { parameters, schemas, type JsonSchema } from "@broadsheet/core";
import type { Format } from "./format.ts";
import { archiveIndexSchema } from "./archive-index.ts";
import { archiveProblemsSchema } from "./archive-problems.ts";
import { articleProblemsSchema } from "./article-problems.ts";
import { changesSchema } from "./changes.ts";
import { failureSchema } from "./failure-schema.ts";
import { facetSchema } from "./facet.ts";
import { healthSchema } from "./health.ts";
import { pathParameter, queryParameter, type OpenApiParameter } from "./openapi-parameter.ts";
import { problemTypeSchema } from "./problem-type.ts";
import { problemTypes, type ProblemType } from "./problem-types.ts";
import { relatedSchema } from "./related.ts";
import type { Resource } from "./resource.ts";
import { suggestionsSchema } from "./suggest.ts";
import { timelineSchema } from "./timeline.ts";

/** What may go wrong at every address. */
const everywhere: readonly ProblemType[] = [
  "invalid-parameters",
  "malformed-request",
  "method-not-allowed",
  "not-acceptable",
  "precondition-failed",
  "url-too-long",
  "wrong-host",
  "wrong-origin",
  "internal-error",
  "unavailable",
];

const documentSchema: JsonSchema = {
  type: "object",
  description: "This description.",
  required: ["openapi", "info", "paths"],
  properties: {
    openapi: { type: "string" },
    info: { type: "object" },
    paths: { type: "object" },
  },
};

/** What a document says of one address and method. */
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly responses: Readonly<Record<string, OperationResponse>>;
};

/** What a document says of the answers with one status. */
type OperationResponse = {
  readonly description: string;
  readonly headers?: { readonly ETag: { readonly schema: JsonSchema } };
  readonly content?: Content;
};

/** The schema of a body, by its media type. */
type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** The parts of an OpenAPI document that we write. */
export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly security: readonly [];
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation; readonly head: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
};

/** The description of the interface (OpenAPI 3.1), made of the resources and the table of parameters. */
export function openApiDocument(
  resources: readonly Resource[],
  { version, basePath }: { readonly version: string; readonly basePath: string },
): OpenApiDocument {
  // The status of an archive is for its owner: it counts drafts.
  const { ArchiveStatus: _, ...served } = schemas;
  return {
    openapi: "3.1.1",
    info: {
      title: "Broadsheet",
      version,
      summary: "A folder of news articles over HTTP",
      description:
        "Keys may be added and are never renamed within v1: ignore those you do not know. Cursors are opaque. Ids are stable.",
      license: { name: "MIT", identifier: "MIT" },
    },
    // Nobody has to say who they are.
    security: [],
    servers: [{ url: basePath === "" ? "/" : basePath }],
    paths: Object.fromEntries(
      resources.map((resource) => [
        resource.path.replace(/:(\w+)/g, "{$1}"),
        { get: operation(resource), head: withoutBodies(operation(resource)) },
      ]),
    ),
    components: {
      schemas: {
        ...served,
        Article: {
          ...served["Article"],
          allOf: [
            ...(served["Article"]?.allOf ?? []),
            {
              type: "object",
              properties: {
                related: {
                  type: "array",
                  description: "Articles about the same, when include asks for them.",
                  items: { $ref: "#/components/schemas/ArticleSummary" },
                },
              },
            },
          ],
        },
        Archive: archiveIndexSchema,
        Facet: facetSchema,
        Timeline: timelineSchema,
        Suggestions: suggestionsSchema,
        RelatedArticles: relatedSchema,
        ArticleProblems: articleProblemsSchema,
        Changes: changesSchema,
        Problems: archiveProblemsSchema,
        Health: healthSchema,
        ProblemType: problemTypeSchema,
        Failure: failureSchema,
        OpenApiDocument: documentSchema,
      },
    },
  };
}

function operation(resource: Resource): Operation {
  const {
    operationId,
    summary,
    description,
    formats,
    problems,
    takesQuery,
    view = [],
    tagged,
  } = resource;
  const taken = parameters.filter(({ name }) =>
    typeof takesQuery === "boolean" ? takesQuery : takesQuery.includes(name),
  );
  const inPath = [...resource.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => pathParameter(name));
  return {
    operationId,
    summary,
    ...suffixes(resource),
    parameters: [...inPath, ...[...taken, ...view].map(queryParameter)],
    responses: {
      200: {
        description,
        ...(tagged ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
        content: Object.assign({}, ...formats.map(content)),
      },
      ...(tagged ? { 304: { description: "Nothing has changed" } } : {}),
      ...failures([...problems, ...everywhere]),
    },
  };
}

/** The same for HEAD. */
function withoutBodies({ operationId, responses, ...get }: Operation): Operation {
  return {
    operationId: `${operationId}Head`,
    ...get,
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { description, headers }]) => [
        status,
        headers === undefined ? { description } : { description, headers },
      ]),
    ),
  };
}

/** Failures by status; several kinds may share one. */
function failures(types: readonly ProblemType[]): Operation["responses"] {
  const byStatus = Map.groupBy(new Set(types), (type) => problemTypes[type].status);
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      {
        description: kinds.map((kind) => problemTypes[kind].title).join("; "),
        content: reference("application/problem+json", "Failure"),
      },
    ]),
  );
}

/** What an answer may be; forms of one media type are told apart by their whole content type. */
function content({ mediaType, profile, contentType, schema }: Format): Content {
  const name = profile === undefined ? mediaType : contentType;
  return schema === undefined ? { [name]: { schema: {} } } : reference(name, schema);
}

/** Where else the forms of an answer are found. */
function suffixes({ path, formats }: Resource): { readonly description?: string } {
  if (formats.length === 1) return {};
  const address = path.replace(/:(\w+)/g, "{$1}");
  const each = formats.map(({ suffix }) => `\`${address}.${suffix}\``);
  return {
    description: `The header Accept chooses the form; each has an address of its own too: ${each.join(", ")}.`,
  };
}

function reference(mediaType: string, schema: string): Content {
  return { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } };
}
