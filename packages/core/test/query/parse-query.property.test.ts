import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parameters } from "../../src/query/parameters.ts";
import { parseQuery } from "../../src/query/parse-query.ts";

const anyName = fc.oneof(
  fc.constantFrom(...parameters.map((parameter) => parameter.name)),
  fc.string({ unit: "binary" }),
);
const anyValue = fc.oneof(
  fc.constantFrom(...parameters.map((parameter) => parameter.example), "2024", "1", "_none"),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const anyEntries = fc.array(fc.tuple(anyName, anyValue), { maxLength: 12 });
const context = { timeZone: "Asia/Phnom_Penh" };

describe("parseQuery", () => {
  it("never throws, and always gives a page that an archive accepts", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { page, query } = parseQuery(entries, context);
        expect(page.limit >= 1 && page.limit <= 500).toBe(true);
        expect((query.fromMs ?? 0) % 1).toBe(0);
      }),
    );
  });

  it("understands its own spelling of a question as the same question", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const first = parseQuery(entries, context);
        const second = parseQuery(first.entries, context);
        expect(second.entries).toEqual(first.entries);
        expect(second.page).toEqual(first.page);
        expect(second.query).toEqual(first.query);
      }),
    );
  });

  it("reads a question alike in whatever order its parameters come", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(anyName, anyValue), { selector: ([name]) => name, maxLength: 8 }),
        (entries) => {
          const { query, page } = parseQuery(entries, context);
          expect(parseQuery(entries.toReversed(), context)).toMatchObject({ query, page });
        },
      ),
    );
  });

  it("gives one result whatever the time zone of the host", () => {
    const source = join(import.meta.dirname, "../../src/query/parse-query.ts");
    const program = `
      import { parseQuery } from ${JSON.stringify(source)};
      const dates = ["2024", "2024-03", "2024-03-10", "2024-03-10T02:30", "2024-11-03T01:30", "2024-11-26T13:41:57.852Z"];
      const zones = ["UTC", "Asia/Phnom_Penh", "America/New_York"];
      console.log(JSON.stringify(zones.flatMap((timeZone) => dates.map((date) =>
        parseQuery([["from", date], ["to", "2025"]], { timeZone })))));`;
    const run = (zone: string): string =>
      execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
        env: { ...process.env, TZ: zone },
        encoding: "utf8",
      });
    const [utc, ...others] = ["UTC", "Asia/Phnom_Penh", "America/New_York"].map(run);
    expect(utc).toContain("fromMs");
    for (const other of others) expect(other).toBe(utc);
  });
});
