import type { Context } from "hono";
import type { AnswerStore } from "./answer-store.ts";
import { preconditionsHold, type Conditions } from "./conditions.ts";
import { acceptedCodings } from "./content-coding.ts";
import { Failure } from "./failure.ts";
import type { Format } from "./format.ts";
import {
  readHeaders,
  requestKey,
  unchanged,
  whole,
  type GiveKept,
  type Reply,
} from "./give-kept.ts";
import { linkHeader, securityHeaders } from "./headers.ts";
import { chooseFormat } from "./negotiate.ts";
import type { Asked, Made, Plan, Resource } from "./resource.ts";
import { serviceTag, type Service } from "./service.ts";
import { isValid } from "./validity.ts";

/** The answer to a request that was given before and may be given again. */
export function keptResponse(c: Context, give: GiveKept): Response | undefined {
  if (readHeaders.some((name) => c.req.header(name) !== undefined)) return undefined;
  const reply = give({
    key: keyOf(c),
    acceptEncoding: c.req.header("accept-encoding"),
    ...conditionsOf(c),
  });
  return reply && responseOf(reply);
}

/**
 * Answers a request that has to be read. What was found is kept for the next who ask, in any spelling.
 *
 * @throws {Failure} when it cannot be answered as it was meant.
 */
export async function answerRequest(
  c: Context,
  service: Service,
  resource: Resource,
  store: AnswerStore,
): Promise<Response> {
  const { format, parts } = readTarget(c, resource);
  const origin = c.req.url.slice(0, c.req.url.indexOf("/", "https://".length));
  const asked: Asked = { url: c.req.url, origin, format, parts, signal: c.req.raw.signal };
  const plan = await resource.plan(asked);
  const nowMs = service.now();
  const accepted = acceptedCodings(c.req.header("accept-encoding"));
  const head = plan.key && {
    tag: serviceTag(service, resource.operationId, format.suffix, ...plan.key.parts),
    validity: plan.key.validity,
    vary: [
      ...(resource.formats.length === 1 ? [] : ["Accept"]),
      "Accept-Encoding",
      // Kept for who is no page, it must not be taken for what a page is given.
      ...(service.isShared ? ["Origin"] : []),
    ].join(", "),
  };
  checkPreconditions(c, head?.tag, plan);
  if (head === undefined) return unkept(await plan.make(), format);

  const conditions = conditionsOf(c);
  const held = unchanged(head, accepted, beforeWork(conditions), nowMs);
  if (held !== undefined) return responseOf(held);
  const key = keyOf(c);
  let kept = store.find(head.tag);
  if (kept === undefined || !isValid(kept.validity, nowMs)) {
    const made = await plan.make();
    if (made.isPartial === true) return unkept(made, format);
    const link = linkHeader(made.links ?? {});
    kept = store.keep(key, {
      ...head,
      bytes: bytesOf(made.body),
      contentType: format.contentType,
      headers: {
        ...format.headers,
        ...made.headers,
        ...(link === undefined ? {} : { Link: link }),
      },
    });
  }
  store.remember(key, head.tag);
  const reply = unchanged(head, accepted, conditions, nowMs) ?? whole(store, kept, accepted, nowMs);
  if (reply === undefined) throw new Error("an answer is kept without its bytes");
  return responseOf(reply);
}

/** The format and the parts of the path that an address names, or a header asks for. */
function readTarget(
  c: Context,
  { path, formats }: Resource,
): { format: Format; parts: Readonly<Record<string, string>> } {
  const parts = { ...c.req.param() };
  const last = path.match(/:(\w+)$/)?.[1];
  const end = last === undefined ? c.req.path : (parts[last] ?? "");
  const named = formats
    .filter(({ suffix }) => formats.length > 1 && end.endsWith(`.${suffix}`))
    // `.ninjs.json` ends with `.json` too.
    .toSorted((a, b) => b.suffix.length - a.suffix.length)[0];
  if (named !== undefined) {
    if (last !== undefined) parts[last] = end.slice(0, -named.suffix.length - 1);
    return { format: named, parts };
  }
  const format = chooseFormat(c.req.header("accept"), formats);
  if (format !== undefined) return { format, parts };
  throw new Failure("not-acceptable", {
    detail: `This address gives ${formats.map((each) => each.mediaType).join(", ")} and nothing else.`,
  });
}

/** @throws {Failure} when the answer is not the one that the client knows and insists on. */
function checkPreconditions(c: Context, tag: string | undefined, { key }: Plan): void {
  const ifMatch = c.req.header("if-match");
  const ifUnmodifiedSince = c.req.header("if-unmodified-since");
  const sinceMs = key?.validity.sinceMs;
  if (preconditionsHold(tag, sinceMs, { ifMatch, ifUnmodifiedSince })) return;
  throw new Failure("precondition-failed", {
    detail:
      "What you have is not what is here now. Ask again without If-Match and If-Unmodified-Since.",
  });
}

function bytesOf(body: Made["body"]): Buffer<ArrayBuffer> {
  return typeof body === "string"
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

function keyOf(c: Context): string {
  return requestKey(c.req.url, c.req.header("accept"));
}

function conditionsOf(c: Context): Conditions {
  return {
    ifNoneMatch: c.req.header("if-none-match"),
    ifModifiedSince: c.req.header("if-modified-since"),
  };
}

/** What can be told before it is known whether there is anything: a client that names the very tag has had it. */
function beforeWork({ ifNoneMatch }: Conditions): Conditions {
  const isNamed = ifNoneMatch !== undefined && !ifNoneMatch.includes("*");
  return { ifNoneMatch: isNamed ? ifNoneMatch : undefined, ifModifiedSince: undefined };
}

function responseOf({ status, headers, bytes }: Reply): Response {
  const named: Record<string, string> = {};
  for (let place = 0; place < headers.length; place += 2) {
    named[headers[place] ?? ""] = headers[place + 1] ?? "";
  }
  return new Response(bytes ?? null, { status, headers: named });
}

/** An answer that nobody may keep: it may be incomplete. */
function unkept(
  { body, links = {}, headers: own }: Made,
  { contentType, headers }: Format,
): Response {
  const bytes = bytesOf(body);
  const link = linkHeader(links);
  return new Response(bytes, {
    status: 200,
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
      ...securityHeaders,
      ...headers,
      ...own,
      ...(link === undefined ? {} : { Link: link }),
    },
  });
}
