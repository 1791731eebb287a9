/** Kinds of failure that a server tells apart. */
export type FailureKind =
  | "article-not-found"
  | "body-refused"
  | "changes-expired"
  | "cursor-expired"
  | "cursor-invalid"
  | "expectation-failed"
  | "headers-too-large"
  | "internal-error"
  | "invalid-parameters"
  | "malformed-request"
  | "method-not-allowed"
  | "not-acceptable"
  | "precondition-failed"
  | "request-timeout"
  | "resource-not-found"
  | "unavailable"
  | "url-too-long"
  | "wrong-host"
  | "wrong-origin";

/** What a server says of a failure (RFC 9457). */
export type FailureJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** How far the index is built, between 0 and 1, in files, and the seconds that it will probably take yet. */
  readonly progress?: number;
  readonly filesDone?: number;
  readonly filesTotal?: number;
  readonly secondsLeft?: number;
  readonly errors?: readonly {
    readonly parameter: string;
    readonly detail: string;
    readonly value?: string;
    readonly suggestion?: string;
  }[];
};

/** A request that was not answered as it was meant. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** The status of the answer. */
  readonly status: number;
  /** The kind of failure: the last part of its `type`. Absent when the server did not say; a later one may know more. */
  readonly kind: FailureKind | (string & {}) | undefined;
  /** What the server said. Absent when that was no problem of RFC 9457. */
  readonly failure: FailureJson | undefined;
  /** Seconds after which it may be tried again. Absent when the server did not say. */
  readonly retryAfter: number | undefined;

  constructor(url: string, response: Response, failure: FailureJson | undefined) {
    super(`${url} gave ${response.status}: ${failure?.detail ?? response.statusText}`);
    this.status = response.status;
    this.failure = failure;
    this.kind = failure?.type.replace(/^.*\//, "");
    const seconds = Number(response.headers.get("retry-after") ?? NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }
}

/** The error that an answer stands for. */
export async function requestError(url: string, response: Response): Promise<RequestError> {
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text().catch(() => "");
  return new RequestError(
    url,
    response,
    type.startsWith("application/problem+json") ? read(text) : undefined,
  );
}

function read(text: string): FailureJson | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the media type says what it is
    return JSON.parse(text) as FailureJson;
  } catch {
    return undefined;
  }
}
