/** What a server says of a failure (RFC 9457). */
export type FailureJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
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
  /** The kind of failure: the last part of its `type`, such as `cursor-expired`. Absent when the server did not say. */
  readonly kind: string | undefined;
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
