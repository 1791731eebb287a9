import {
  isProblemCode,
  problemJson,
  type JsonSchema,
  type ObjectSchema,
  type ProblemJson,
} from "@broadsheet/core";
import { unavailable } from "./failure.ts";
import { json } from "./format.ts";
import { withinGeneration } from "./one-generation.ts";
import { pagedAddress } from "./paged-address.ts";
import { readTaken } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen } from "./seen.ts";
import { withKey, type Service } from "./service.ts";
import { understand } from "./understand.ts";
import { problemsView } from "./view.ts";

/** Problems of the files of an archive. */
export type ArchiveProblemsJson = {
  readonly data: readonly ProblemJson[];
  readonly meta: {
    readonly total: number;
    readonly nextCursor?: string | undefined;
    readonly generation: string;
  };
  readonly links: { readonly self: string; readonly next?: string | undefined };
};

const link: JsonSchema = { type: "string", format: "uri-reference" };

/** The schema of `ArchiveProblemsJson`. */
export const archiveProblemsSchema: ObjectSchema<ArchiveProblemsJson> = {
  type: "object",
  description: "What is not as it should be in the files of articles, in order of their paths.",
  required: ["data", "meta", "links"],
  properties: {
    data: { type: "array", items: { $ref: "#/components/schemas/FileProblem" } },
    meta: {
      type: "object",
      required: ["total", "generation"],
      properties: {
        total: { type: "integer", minimum: 0, description: "How many problems there are." },
        nextCursor: { type: "string", description: "Absent on the last page." },
        generation: { type: "string" },
      },
    },
    links: { type: "object", required: ["self"], properties: { self: link, next: link } },
  },
};

/** `/v1/problems`: what is not as it should be in the files of the articles that may be seen. */
export function archiveProblems(service: Service): Resource {
  const { archive, basePath } = service;

  async function plan({ url }: Asked): Promise<Plan> {
    const { moment, request, key } = await understand(service, (context) =>
      readTaken(url, context, ["limit", "cursor"], problemsView),
    );
    const { status } = moment;
    const { limit, cursor } = request.page;
    const code = request.view.code;
    const address = pagedAddress(`${basePath}/v1/problems`, [
      ...(code === undefined ? [] : [["code", code] as const]),
      ...request.entries.filter(([name]) => name === "limit"),
    ]);
    return {
      key: withKey({ key }, address(cursor)),
      async make() {
        // The total would be too low without a word of it.
        if (status.state === "building") throw unavailable(status);
        const { drafts, visibleAtMs } = allSeen(service, moment);
        const { answer, generation } = await withinGeneration(archive, () =>
          archive.problems({
            among: { drafts, ...(visibleAtMs === undefined ? {} : { visibleAtMs }) },
            limit,
            ...(cursor === undefined ? {} : { cursor }),
            ...(code !== undefined && isProblemCode(code) ? { code } : {}),
          }),
        );
        const body: ArchiveProblemsJson = {
          data: answer.problems.map(problemJson),
          meta: {
            total: answer.total,
            nextCursor: answer.next,
            generation: generation ?? status.generation,
          },
          links: { self: address(cursor), next: answer.next && address(answer.next) },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          links: body.links,
          isPartial: generation !== status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/problems",
    operationId: "listProblems",
    summary: "What is not as it should be in the files of the articles",
    description: "A page of problems",
    formats: [json("Problems")],
    problems: ["cursor-invalid", "unavailable"],
    takesQuery: ["limit", "cursor"],
    view: problemsView,
    tagged: true,
    plan,
  };
}
