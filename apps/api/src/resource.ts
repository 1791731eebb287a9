import type { Context } from "hono";
import type { ProblemType } from "./problem-types.ts";

/** What a resource answers when all is well. */
export type Answer = {
  readonly description: string;
  /** The name of its schema. */
  readonly schema: string;
};

/** One address of the interface: how it is described and how it answers. */
export type Resource = {
  /** The path with its parameters as `:name`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly answer: Answer;
  /** What may go wrong beside what may go wrong everywhere. */
  readonly problems: readonly ProblemType[];
  /** Whether it takes the parameters of a query for articles. */
  readonly takesQuery: boolean;
  /** Whether a client can ask with `If-None-Match`. */
  readonly tagged: boolean;
  readonly handle: (c: Context) => Response | Promise<Response>;
};
