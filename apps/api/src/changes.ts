import {
  articleSummaryJson,
  type ArticleChange,
  type ArticleSummaryJson,
  type ChangePage,
  type JsonContext,
  type JsonSchema,
  type ObjectSchema,
} from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { json, ndjson } from "./format.ts";
import { pagedAddress } from "./paged-address.ts";
import { readTaken } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen } from "./seen.ts";
import { articleUrl, withKey, type Moment, type Service } from "./service.ts";
import { understand } from "./understand.ts";
import { changesView } from "./view.ts";

/** What has happened to an article. */
export type ChangeJson =
  | { readonly type: "put"; readonly article: ArticleSummaryJson }
  | { readonly type: "removed"; readonly id: string };

/** What has changed since some time. */
export type ChangesJson = {
  readonly data: readonly ChangeJson[];
  readonly meta: {
    readonly next: string;
    readonly isLast: boolean;
    readonly generation: string;
  };
  readonly links: { readonly self: string; readonly next: string };
};

const link: JsonSchema = { type: "string", format: "uri-reference" };

/** The schema of `ChangesJson`. */
export const changesSchema: ObjectSchema<ChangesJson> = {
  type: "object",
  description:
    "What has changed since an earlier answer, oldest first, each article once. It is nothing without `since`: the answer then says from where on to ask, and belongs before all articles are read once.",
  required: ["data", "meta", "links"],
  properties: {
    data: {
      type: "array",
      items: {
        oneOf: [
          {
            type: "object",
            description: "The article is new, is different, or its hour has come.",
            required: ["type", "article"],
            properties: {
              type: { enum: ["put"] },
              article: { $ref: "#/components/schemas/ArticleSummary" },
            },
          },
          {
            type: "object",
            description: "No article that may be seen has this id any more.",
            required: ["type", "id"],
            properties: { type: { enum: ["removed"] }, id: { type: "string" } },
          },
        ],
      },
    },
    meta: {
      type: "object",
      required: ["next", "isLast", "generation"],
      properties: {
        next: { type: "string", description: "What to give as `since` next. It is opaque." },
        isLast: {
          type: "boolean",
          description: "Whether these are all for now; otherwise there is more at `links.next`.",
        },
        generation: { type: "string" },
      },
    },
    links: { type: "object", required: ["self", "next"], properties: { self: link, next: link } },
  },
};

/** `/v1/changes`: what has changed since an earlier answer, for who keeps a copy. */
export function changes(service: Service): Resource {
  const { archive, basePath } = service;

  async function plan({ url, format }: Asked): Promise<Plan> {
    const { moment, request, key } = await understand(service, (context) =>
      readTaken(url, context, ["limit"], changesView),
    );
    const { limit } = request.page;
    const { since } = request.view;
    const path = `${basePath}/v1/changes${format.suffix === "json" ? "" : `.${format.suffix}`}`;
    const address = pagedAddress(path, request.entries, "since");
    return {
      key: withKey({ key }, address(since)),
      async make() {
        const { drafts, visibleAtMs } = allSeen(service, moment);
        const among = { drafts, ...(visibleAtMs === undefined ? {} : { visibleAtMs }) };
        const page = await archive.changes(since, { limit, among }).catch(refuseSince);
        const links = { self: address(since), next: address(page.next) };
        const { next, isLast, generation } = page;
        const data = changesJson(service, moment, page);
        const body: ChangesJson = { data, meta: { next, isLast, generation }, links };
        return {
          body: format === ndjson ? lines(body) : `${JSON.stringify(body)}\n`,
          links,
          isPartial: generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/changes",
    operationId: "listChanges",
    summary: "What has changed, for who keeps a copy",
    description: "Changes, oldest first",
    formats: [json("Changes"), ndjson],
    problems: ["changes-expired"],
    takesQuery: ["limit"],
    view: changesView,
    tagged: true,
    plan,
  };
}

function changesJson(
  service: Service,
  { status }: Moment,
  page: ChangePage,
): readonly ChangeJson[] {
  const context: JsonContext = {
    timeZone: status.timeZone,
    links: {
      article: (id) => articleUrl(service, id),
      list: () => `${service.basePath}/v1/articles`,
    },
  };
  return page.changes.map((change: ArticleChange): ChangeJson =>
    change.type === "removed"
      ? { type: change.type, id: change.id }
      : { type: change.type, article: articleSummaryJson(change.article, context) },
  );
}

/** A change a line; the last line says from where on to ask. */
function lines({ data, meta: { next, isLast } }: ChangesJson): string {
  return [...data, { type: "end", next, isLast }]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join("");
}

/** @throws what the archive failed with, in terms of what was asked for. */
function refuseSince(error: unknown): never {
  // Not `instanceof`: the archive may come from another copy of the library. Codes are stable.
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const wrong = (detail: string): { readonly parameter: string; readonly detail: string }[] => [
    { parameter: "since", detail },
  ];
  if (code === "cursor-invalid") {
    throw new Failure("invalid-parameters", {
      detail: "What is asked for cannot be understood: see errors for since.",
      errors: wrong("Give meta.next of an earlier answer, or leave it out."),
    });
  }
  if (code === "cursor-expired") {
    throw new Failure("changes-expired", {
      detail: "What has changed since then is not known any more.",
      errors: wrong("Leave it out, read all articles once, then go on from that answer."),
    });
  }
  throw error;
}
