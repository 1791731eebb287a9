import type { Format } from "./format.ts";
import type { ProblemType } from "./problem-types.ts";
import type { Validity } from "./validity.ts";
import type { ViewParameter } from "./view.ts";

/** A request for a resource, in the format that was agreed on. */
export type Asked = {
  readonly url: string;
  /** Where the request was sent to, such as `https://news.example`. */
  readonly origin: string;
  readonly format: Format;
  /** The parts of the path, decoded. */
  readonly parts: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

/** What a resource has made. */
export type Made = {
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Headers beside those of the format. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Links (RFC 8288) by relation. */
  readonly links?: Readonly<Record<string, string | undefined>>;
  /** Absent: it is whole and belongs to the archive's state that its tag names. */
  readonly isPartial?: boolean;
};

/** How a resource answers: what tells whether the client has it already comes before any work. */
export type Plan = {
  /** Everything that the answer depends on beside its format. Absent: it must not be kept. */
  readonly key?: { readonly parts: readonly string[]; readonly validity: Validity } | undefined;
  readonly make: () => Made | Promise<Made>;
};

/** One address of the interface: how it is described and how it answers. */
export type Resource = {
  /** The path with its parameters as `:name`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** What it answers when all is well. */
  readonly description: string;
  /** The first is given to whoever names none. */
  readonly formats: readonly Format[];
  /** What may go wrong beside what may go wrong everywhere. */
  readonly problems: readonly ProblemType[];
  /** Whether it takes the parameters of a query for articles, or which of them. */
  readonly takesQuery: boolean | readonly string[];
  /** What it takes besides, or instead: how to show what was found. */
  readonly view?: readonly ViewParameter[];
  /** Whether a client can ask whether anything has changed. */
  readonly tagged: boolean;
  readonly plan: (asked: Asked) => Plan | Promise<Plan>;
};
