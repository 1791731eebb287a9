import fc from "fast-check";
import { expect, it } from "vitest";
import { schemaFaults } from "../../../packages/core/test/presentation/schema-faults.ts";
import { createApp } from "../src/app.ts";
import type { OpenApiDocument } from "../src/openapi-document.ts";
import type { OpenApiParameter } from "../src/openapi-parameter.ts";
import { many, words } from "./many-articles.ts";
import { problemFaults } from "./problem-details.ts";
import { archiveOf, bodyOf, presentMs } from "./river-archive.ts";

// Requests are made of what the OpenAPI document says, and answers judged by it.

/** Requests that are made: enough that every parameter of every address meets every kind of value. */
const requests = 20_000;

/** An error of ours that was answered with 500. */
let fault: unknown;

const app = createApp(archiveOf(many), {
  now: () => presentMs,
  raw: () => Uint8Array.from([0xff, 0x0a]),
  report: (error) => (fault = error),
});
const document: OpenApiDocument = await bodyOf(await app.request("/openapi.json"));
/** The same, as it holds for who asks for some keys only. */
const ofSomeKeys: OpenApiDocument = JSON.parse(
  JSON.stringify(document, (key, value: unknown) =>
    key === "required" && Array.isArray(value) ? undefined : value,
  ),
);

/** What one method does at one address. */
type Operation = { readonly path: string; readonly isHead: boolean };

const operations: ReadonlyMap<string, Operation> = new Map(
  Object.keys(document.paths).flatMap((path): [string, Operation][] => [
    [`GET ${path}`, { path, isHead: false }],
    [`HEAD ${path}`, { path, isHead: true }],
  ]),
);

/** What is described of an address. */
function described(name: string): Operation & (typeof document.paths)[string] {
  const operation = operations.get(name);
  const methods = document.paths[operation?.path ?? ""];
  if (operation === undefined || methods === undefined) throw new Error(`fuzz: no ${name}`);
  return { ...operation, ...methods };
}

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    "%00",
    "../../etc/passwd",
    "' OR 1=1 --",
    '"',
    "*",
    "-",
    "NEAR(a b)",
    "1e999",
    "\u202e",
    "\u0000",
    "__proto__",
    "constructor",
    "a".repeat(1_100),
    "(".repeat(200),
    "ស្ព".repeat(99),
  ),
  fc.integer().map(String),
);

/** What the parts of paths are in this archive. */
const parts: Readonly<Record<string, readonly string[]>> = {
  id: ["article-1", "article-2", "article-9", "article-40", "nobody"],
  field: ["section", "lang", "tag", "author", "source", "year"],
  section: ["national", "Arts", "_none"],
  tag: ["river", "_none"],
  type: ["invalid-parameters", "unavailable", "date-impossible"],
};

/** What a parameter is described to take. */
function rightValue({ name, schema, example }: OpenApiParameter): fc.Arbitrary<string> {
  const one = (type: OpenApiParameter["schema"]): fc.Arbitrary<string> => {
    if (type.enum !== undefined) return fc.constantFrom(...type.enum.map(String));
    if (type.type === "integer")
      return fc.integer({ min: type.minimum ?? 0, max: type.maximum ?? 9 }).map(String);
    if (name === "q") return fc.constantFrom(...words, '"a b" -c d*', "date:yesterday", "tit");
    if (name === "from" || name === "to")
      return fc.constantFrom("2024", "2024-05", "2024-05-01", "2024-05-01T10:00Z", "yesterday");
    return fc.constantFrom(String(example), "_none");
  };
  return schema.type === "array"
    ? fc.uniqueArray(one(schema.items ?? {}), { minLength: 1, maxLength: 3 }).map(String)
    : one(schema);
}

/** The arbitraries of one operation, made once: making them takes longer than a request. */
function anyRequest(name: string): fc.Arbitrary<Asked> {
  const { path, get } = described(name);
  const forms = Object.keys(get.responses[200]?.content ?? {});
  const suffixes = (get.description?.match(/(?<=\.)[a-z.]+(?=`)/g) ?? []).map((each) => `.${each}`);
  const inQuery = get.parameters.filter((parameter) => parameter.in === "query");
  const often = <Value>(
    weight: number,
    value: fc.Arbitrary<Value>,
  ): fc.Arbitrary<Value | undefined> =>
    fc.oneof(
      { weight: 10 - weight, arbitrary: fc.constant(undefined) },
      { weight, arbitrary: value },
    );
  const address = fc
    .tuple(
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, part = ""]) =>
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...(parts[part] ?? ["x"])) },
          {
            weight: 1,
            arbitrary: hostile.filter((value) => !["", ".", ".."].includes(value)),
          },
        ),
      ),
    )
    .map((values) => {
      const rest = [...values];
      return path.replace(/\{\w+\}/g, () =>
        encodeURIComponent((rest.shift() ?? "").toWellFormed()),
      );
    });
  return fc.record({
    name: fc.constant(name),
    address,
    suffix: suffixes.length === 0 ? fc.constant("") : fc.constantFrom("", "", ...suffixes),
    values: fc.tuple(
      ...inQuery.map((parameter) =>
        often(
          inQuery.length < 4 ? 5 : 2,
          fc
            .oneof(
              { weight: 8, arbitrary: rightValue(parameter) },
              { weight: 1, arbitrary: hostile },
            )
            .map((value): [string, string] => [parameter.name, value]),
        ),
      ),
      often(1, fc.tuple(fc.string({ unit: "binary", maxLength: 9 }), hostile)),
    ),
    headers: fc.record(
      {
        Accept: fc.constantFrom("*/*", ...forms, "text/csv;q=0.2, text/*;q=0.1", "x/y", ",;="),
        "If-None-Match": fc.constantFrom("*", "*", "*", '"x"', 'W/"x", "y"'),
        "If-Modified-Since": fc.constantFrom("Sat, 01 Jun 2030 12:00:00 GMT", "never"),
        "If-Match": fc.constantFrom("*", '"x"'),
        "Accept-Encoding": fc.constantFrom("br", "gzip;q=0", "identity;q=0, *;q=0"),
      },
      { requiredKeys: [] },
    ),
  });
}

type Asked = {
  readonly name: string;
  readonly address: string;
  readonly suffix: string;
  readonly values: readonly ([string, string] | undefined)[];
  readonly headers: Readonly<Record<string, string | undefined>>;
};

it("every request is answered as it is described, and never by a fault of ours", async () => {
  const answered = new Map<string, Set<number>>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(...[...operations.keys()].map(anyRequest)),
      async ({ name: asked, address, suffix, values, headers }) => {
        const { path, isHead, get, head } = described(asked);
        const operation = isHead ? head : get;
        fault = undefined;
        const entries = values.filter((each) => each !== undefined);
        const query = new URLSearchParams(
          entries.map(([name, value]): [string, string] => [name, value]),
        );
        const response = await app.request(
          `${address}${suffix}${entries.length > 0 ? `?${String(query)}` : ""}`,
          {
            method: isHead ? "HEAD" : "GET",
            headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
              value === undefined ? [] : [[name, value]],
            ),
          },
        );
        const { status } = response;
        const seen = answered.get(operation.operationId) ?? new Set();
        answered.set(operation.operationId, seen.add(status));
        expect(fault).toBeUndefined();
        expect(status).toBeLessThan(500);
        expect(operation.responses).toHaveProperty(String(status));
        const bytes = Buffer.from(await response.arrayBuffer());
        if (isHead || status === 304) expect(bytes.byteLength).toBe(0);
        if (status === 304) return;
        const content = get.responses[status]?.content ?? {};
        const header = response.headers.get("content-type") ?? "";
        const mediaType = header in content ? header : header.replace(/;.*/, "");
        expect(Object.keys(content)).toContain(mediaType);
        if (isHead) return;
        expect(Number(response.headers.get("content-length"))).toBe(bytes.byteLength);
        if (!/\/(?:\w+\+)?json\b/.test(mediaType) || path === "/openapi.json") return;
        const body: unknown = JSON.parse(bytes.toString());
        if (status >= 400) expect(problemFaults(body)).toEqual([]);
        const isOfSomeKeys = status === 200 && entries.some(([name]) => name === "fields");
        const { paths, components } = isOfSomeKeys ? ofSomeKeys : document;
        const schema = paths[path]?.get.responses[status]?.content?.[mediaType]?.schema;
        expect(schemaFaults(body, schema ?? { enum: [] }, components.schemas)).toEqual([]);
      },
    ),
    { numRuns: requests },
  );
  for (const name of operations.keys()) {
    const { isHead, get, head } = described(name);
    const operation = isHead ? head : get;
    const statuses = answered.get(operation.operationId) ?? new Set();
    expect(statuses, operation.operationId).toContain(200);
    expect(statuses, operation.operationId).toContain(400);
    if (operation.responses[304] !== undefined) expect(statuses).toContain(304);
  }
}, 300_000);
