import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/presentation/json-schema.ts";
import { fileProblemKinds } from "../../src/file-problem-kinds.ts";
import { parseSettings } from "../../src/source/read-settings.ts";
import { settingForms } from "../../src/source/setting-forms.ts";
import { schemaFaults } from "../presentation/schema-faults.ts";
import { settingsSchema } from "../settings-schema.ts";

const defaults = { name: "Archive", timeZone: "UTC" };

const address = fc.constantFrom(
  "https://example.com",
  "HTTP://example.com/a?b#c",
  "ftp://example.com",
  "https://user@example.com/",
  "https:///x",
  "https://example.com/a b",
  "example.com",
  "https://example.com/news",
);
const line = fc.constantFrom("River Press", "", "ខ");
const patterns = fc.constantFrom("a/*", "**/b", "c");
const lines = fc.oneof(patterns, fc.array(patterns, { maxLength: 3 }), fc.constant({}));
const odd = fc.constantFrom<unknown>(null, [], {}, ["x"]);
const aKey = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof(value, odd);

const publisher = fc.record(
  { name: aKey(line), url: aKey(address), logo: aKey(address), fax: line },
  { requiredKeys: [] },
);
const written = fc.record(
  {
    $schema: line,
    name: aKey(line),
    language: aKey(fc.constantFrom("km", "zh-Hant")),
    timeZone: aKey(fc.constantFrom("UTC", "Asia/Phnom_Penh", "+07:00", "ICT")),
    publisher: aKey(publisher),
    baseUrl: aKey(address),
    license: aKey(line),
    include: aKey(lines),
    ignore: aKey(lines),
    fields: aKey(fc.record({ headline: lines, kicker: lines }, { requiredKeys: [] })),
    colour: line,
  },
  { requiredKeys: [] },
);
const keys = ["$schema", "colour", ...Object.keys(settingForms)];
/** Few settings at once, so that one fault does not hide that another is missed. */
const document = fc
  .tuple(written, fc.subarray(keys, { maxLength: 2 }))
  .map(([all, some]) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => some.includes(key))),
  );

describe("the schema of broadsheet.json", () => {
  it("finds fault exactly where the reader has problems, in all that a schema can tell", () => {
    const schema = settingsSchema() as unknown as JsonSchema;
    fc.assert(
      fc.property(document, (settings) => {
        const { problems } = parseSettings(JSON.stringify(settings), defaults);
        const faults = schemaFaults(settings, schema);
        expect(faults.length > 0, JSON.stringify({ faults, problems })).toBe(problems.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the file that editors read", () => {
    const file = join(import.meta.dirname, "../../broadsheet.schema.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(settingsSchema());
  });

  it("has every setting that a problem's remedy names, and no other", () => {
    const named = fileProblemKinds["settings-unknown"].remedy.match(/Use (.*?), and/)?.[1];
    expect(named?.split(/, | or /)).toEqual(Object.keys(settingForms));
  });
});
