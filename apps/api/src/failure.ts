import { progress, type ArchiveStatus } from "@broadsheet/core";
import { problemBody, problemResponse, type ProblemDetails } from "./problem-response.ts";
import type { ProblemType } from "./problem-types.ts";

/** A request that cannot be answered as it was meant. Thrown inside a resource, answered by the application. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly type: ProblemType;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    type: ProblemType,
    details: ProblemDetails,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(details.detail);
    this.type = type;
    this.details = details;
    this.headers = headers;
  }
}

/** Seconds after which a client may try again when the archive is not ready. */
const retryAfter = { "Retry-After": "1" } as const;

/** That an answer would be wrong while the index is being built. */
export function unavailable(status: ArchiveStatus): Failure {
  const { filesDone, filesTotal, secondsLeft } = status;
  const detail =
    "The index is being built: articles are listed as JSON meanwhile, this is answered when it is done.";
  const work = { progress: progress(status), filesDone, filesTotal };
  return new Failure(
    "unavailable",
    { detail, ...work, ...(secondsLeft === undefined ? {} : { secondsLeft }) },
    secondsLeft === undefined ? retryAfter : { "Retry-After": String(secondsLeft) },
  );
}

/** What an error of the archive means over HTTP. Undefined for a fault of ours. */
function meaning(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  // Not `instanceof`: the archive may come from another copy of the library. Codes are stable.
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "cursor-invalid":
      return new Failure("cursor-invalid", {
        detail: "The cursor does not belong to this list.",
        errors: [{ parameter: "cursor", detail: "Start again without it." }],
      });
    case "cursor-expired":
      return new Failure("cursor-expired", {
        detail: "The archive has changed since the cursor was made.",
        errors: [{ parameter: "cursor", detail: "Start again without it." }],
      });
    case "archive-closed":
      return new Failure("unavailable", { detail: "The archive is closing." }, retryAfter);
    case "index-failed":
      return new Failure("unavailable", { detail: "The index cannot be read now." }, retryAfter);
    default:
      return undefined;
  }
}

/** Any error as a response. `report` is told of faults that are ours or the index's. */
export function failureResponse(
  error: unknown,
  basePath: string,
  report: (error: unknown) => void,
): Response {
  const known = meaning(error);
  if (
    !(error instanceof Failure) &&
    known?.type !== "cursor-invalid" &&
    known?.type !== "cursor-expired"
  ) {
    report(error);
  }
  const failure =
    known ?? new Failure("internal-error", { detail: "The request could not be answered." });
  return problemResponse(problemBody(failure.type, failure.details, basePath), failure.headers);
}
