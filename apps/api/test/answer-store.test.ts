import { describe, expect, it, vi } from "vitest";
import {
  AnswerStore,
  maxKnownRequests,
  maxRequestKey,
  maxStoredAnswer,
} from "../src/answer-store.ts";
import type { AnswerParts } from "../src/kept-answer.ts";
import { always } from "../src/validity.ts";

function parts(tag: string, bytes: number): AnswerParts {
  return {
    tag,
    validity: always,
    vary: "Accept-Encoding",
    bytes: Buffer.alloc(bytes, "a"),
    contentType: "text/plain",
    headers: {},
  };
}

/** A store that was asked for everything once. */
function storeOf(...room: [maxBytes?: number]): AnswerStore {
  const store = new AnswerStore(...room);
  store.remember("/", "");
  return store;
}

describe("the answers that are kept", () => {
  it("are those to requests that come again", () => {
    const store = new AnswerStore();
    expect(store.keep("/", parts("a", 100)).variants.identity).toBeDefined();
    store.remember("/", "a");
    expect([store.asked("/"), store.find("a"), store.bytes]).toEqual([undefined, undefined, 0]);
    const kept = store.keep("/", parts("a", 100));
    expect([store.asked("/"), store.find("a"), store.bytes]).toEqual([kept, kept, 100]);
  });

  it("hold no memory beside their bytes", async () => {
    const store = storeOf();
    const made = Buffer.from("a".repeat(2_000));
    expect(made.buffer.byteLength).toBeGreaterThan(made.byteLength);
    const { variants } = store.keep("/", { ...parts("a", 0), bytes: made });
    store.prepare("a", "gzip");
    await vi.waitFor(() => expect(variants.gzip).toBeDefined());
    for (const variant of [variants.identity, variants.gzip])
      expect(variant?.bytes.buffer.byteLength).toBe(variant?.bytes.byteLength);
  });

  it("take no more bytes than they may, and the least lately used go first", () => {
    const store = storeOf(300);
    for (const tag of ["a", "b", "c"]) store.keep("/", parts(tag, 100));
    store.find("a");
    store.keep("/", parts("d", 100));
    expect(store.bytes).toBe(300);
    expect(["a", "b", "c", "d"].filter((tag) => store.find(tag) !== undefined)).toEqual([
      "a",
      "c",
      "d",
    ]);
  });

  it("count an answer that is made twice once", () => {
    const store = storeOf(300);
    store.keep("/", parts("a", 100));
    store.keep("/", parts("a", 120));
    expect(store.bytes).toBe(120);
  });

  it("leave out what is too long", () => {
    const store = storeOf();
    expect(store.keep("/", parts("a", maxStoredAnswer + 1)).variants.identity).toBeDefined();
    expect(store.find("a")).toBeUndefined();
    expect(store.bytes).toBe(0);
  });

  it("are found by the requests that asked for them, a bounded number of those", () => {
    const store = storeOf();
    store.keep("/", parts("a", 1));
    store.remember("/of-nothing", "b");
    store.remember(`/${"x".repeat(maxRequestKey)}`, "a");
    for (let number = 0; number <= maxKnownRequests; number++) store.remember(`/${number}`, "a");
    expect(store.asked("/of-nothing")).toBeUndefined();
    expect(store.asked(`/${"x".repeat(maxRequestKey)}`)).toBeUndefined();
    expect(store.asked("/0")).toBeUndefined();
    expect(store.asked("/1")?.tag).toBe("a");
  });

  it("are compressed once, and their bytes counted", async () => {
    const store = storeOf();
    const kept = store.keep("/", parts("a", 50_000));
    store.prepare("a", "br");
    store.prepare("a", "br");
    await vi.waitFor(() => expect(kept.variants.br).toBeDefined());
    await vi.waitFor(() =>
      expect(store.bytes).toBe(50_000 + (kept.variants.br?.bytes.byteLength ?? 0)),
    );
    expect(kept.variants.br?.headers).toContain("br");
    expect(kept.variants.br?.headers).toContain('"a.br"');
  });

  it("are gone when the archive has changed, also those that are being compressed", async () => {
    const store = storeOf();
    const kept = store.keep("/", parts("a", 50_000));
    store.remember("/", "a");
    store.prepare("a", "gzip");
    store.clear();
    await vi.waitFor(() => expect(kept.variants.gzip).toBeDefined());
    expect([store.asked("/"), store.find("a"), store.bytes]).toEqual([undefined, undefined, 0]);
    store.keep("/", parts("b", 100));
    expect(store.find("b")).toBeDefined();
  });
});
