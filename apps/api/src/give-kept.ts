import type { AnswerStore } from "./answer-store.ts";
import type { ArchiveWatch } from "./archive-watch.ts";
import { heldCoding, type Conditions } from "./conditions.ts";
import { acceptedCodings, type Coding } from "./content-coding.ts";
import { validators, type AnswerHead, type KeptAnswer } from "./kept-answer.ts";
import { cacheControl, isValid } from "./validity.ts";

/** What is sent: headers as names and values in turn; no bytes with 304. */
export type Reply = {
  readonly status: 200 | 304;
  readonly headers: readonly string[];
  readonly bytes?: Buffer<ArrayBuffer>;
};

/** What tells which kept answer a request may have. */
export type KeptRequest = Conditions & {
  /** The whole address and what the client accepts, as `requestKey` joins them. */
  readonly key: string;
  readonly acceptEncoding: string | undefined;
};

/** Answers requests from what is kept; undefined when one has to be read and worked for. */
export type GiveKept = (request: KeptRequest) => Reply | undefined;

/** Two requests of one key have one answer, as long as the archive stays as it is. */
export function requestKey(url: string, accept: string | undefined): string {
  return accept === undefined ? url : `${url} ${accept}`;
}

/** Headers with which a request is always read: each of them may change what is answered. */
export const readHeaders = [
  "origin",
  "if-match",
  "if-unmodified-since",
  "content-length",
  "transfer-encoding",
] as const;

/** Answers from a store, as long as its answers are right. */
export function giveKept(store: AnswerStore, watch: ArchiveWatch, now: () => number): GiveKept {
  return (request) => {
    const kept = store.asked(request.key);
    if (kept === undefined) return undefined;
    const nowMs = now();
    if (!isValid(kept.validity, nowMs)) return undefined;
    watch.answered(nowMs);
    const accepted = acceptedCodings(request.acceptEncoding);
    return unchanged(kept, accepted, request, nowMs) ?? whole(store, kept, accepted, nowMs);
  };
}

/** 304, when the client has the answer already. */
export function unchanged(
  head: AnswerHead,
  accepted: readonly Coding[],
  conditions: Conditions,
  nowMs: number,
): Reply | undefined {
  const { tag, validity } = head;
  const held = heldCoding(tag, validity.sinceMs, accepted, conditions);
  if (held === undefined) return undefined;
  const control = ["Cache-Control", cacheControl(validity, nowMs)];
  return { status: 304, headers: [...validators(head, held), ...control] };
}

/** The answer in the best coding that there is by now; a better one is made meanwhile, for the next. */
export function whole(
  store: AnswerStore,
  kept: KeptAnswer,
  accepted: readonly Coding[],
  nowMs: number,
): Reply | undefined {
  const { tag, validity, variants } = kept;
  const [best] = accepted;
  if (best !== undefined && best !== "identity") store.prepare(tag, best);
  const coding = accepted.find((each) => variants[each] !== undefined) ?? "identity";
  const variant = variants[coding];
  if (variant === undefined) return undefined;
  const headers = [...variant.headers, "Cache-Control", cacheControl(validity, nowMs)];
  return { status: 200, headers, bytes: variant.bytes };
}
