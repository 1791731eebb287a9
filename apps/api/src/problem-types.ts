/** One kind of failure: its status, its name, and what a developer should know of it. */
export type ProblemKind = {
  readonly status:
    | 400
    | 403
    | 404
    | 405
    | 406
    | 408
    | 410
    | 412
    | 413
    | 414
    | 417
    | 421
    | 431
    | 500
    | 503;
  readonly title: string;
  readonly explanation: string;
};

/** Every kind of failure, by the last part of its address (`/problem-types/…`). These words are stable. */
export const problemTypes = {
  "invalid-parameters": {
    status: 400,
    title: "Parameters that cannot be understood",
    explanation:
      "Each entry of `errors` names a parameter, what is wrong with it, and the way out.",
  },
  "malformed-request": {
    status: 400,
    title: "A request that cannot be read",
    explanation: "The address or the request breaks the rules of HTTP.",
  },
  "cursor-invalid": {
    status: 400,
    title: "A cursor of another list",
    explanation:
      "Cursors come from `meta.nextCursor` or `links.next` and go with the same query and order.",
  },
  "wrong-origin": {
    status: 403,
    title: "A page of another origin",
    explanation:
      "A server that only this machine reaches is not read by the pages of other origins. Name them with --cors.",
  },
  "article-not-found": {
    status: 404,
    title: "No such article",
    explanation:
      "No article has this id, or it may not be seen: drafts and articles dated later are not.",
  },
  "resource-not-found": {
    status: 404,
    title: "Nothing at this address",
    explanation: "What there is, and where, is listed at /v1 and described at /openapi.json.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The archive is only read",
    explanation: "The header `Allow` names the methods that work.",
  },
  "not-acceptable": {
    status: 406,
    title: "Not a format there is",
    explanation: "The header `Accept` names no format that this address can give.",
  },
  "request-timeout": {
    status: 408,
    title: "The request came too slowly",
    explanation: "The headers of a request must arrive within seconds.",
  },
  "cursor-expired": {
    status: 410,
    title: "A cursor whose list is gone",
    explanation:
      "In relevance order a cursor ends when the archive changes. Start again without it.",
  },
  "changes-expired": {
    status: 410,
    title: "Changes that are not known any more",
    explanation:
      "The index was made anew since then, more articles have gone since than it remembers, or other articles may be seen now. Ask for changes without `since`, read all articles once, then go on from that answer.",
  },
  "precondition-failed": {
    status: 412,
    title: "Not the answer that you know",
    explanation: "The header `If-Match` or `If-Unmodified-Since` asks for a state that is past.",
  },
  "body-refused": {
    status: 413,
    title: "A request with a body",
    explanation: "No request here takes a body: what you ask for stands in the address.",
  },
  "url-too-long": {
    status: 414,
    title: "An address that is too long",
    explanation: "Ask for less at once.",
  },
  "expectation-failed": {
    status: 417,
    title: "An expectation that is not met",
    explanation: "The header `Expect` can only say 100-continue.",
  },
  "wrong-host": {
    status: 421,
    title: "Not the name of this server",
    explanation:
      "A server that only this machine reaches answers to its own names, so that no web page can read it through a name of its making (DNS rebinding). More names are allowed with --allow-host.",
  },
  "headers-too-large": {
    status: 431,
    title: "Headers that are too large",
    explanation: "Send fewer or shorter headers.",
  },
  "internal-error": {
    status: 500,
    title: "A fault of the server",
    explanation: "The request was in order. What happened is in the server's log.",
  },
  unavailable: {
    status: 503,
    title: "Not ready",
    explanation:
      "The index is being built, is busy, or is closing. Try again after `Retry-After` seconds.",
  },
} as const satisfies Record<string, ProblemKind>;

/** The name of a kind of failure. */
export type ProblemType = keyof typeof problemTypes;
