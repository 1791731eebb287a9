import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzTwice, nothingFound } from "../fuzz/fuzz.ts";
import { leftOutInSilence } from "../fuzz/left-out.ts";
import { makeInput, maxInputBytes } from "../fuzz/make-input.ts";
import { shrink } from "../fuzz/shrink.ts";
import { targets } from "../fuzz/targets.ts";
import { tryTarget } from "../fuzz/try-target.ts";
import { unfitArticle } from "../fuzz/unfit-article.ts";
import { unsafeAddress } from "../fuzz/unsafe-address.ts";
import { unsafeText } from "../fuzz/unsafe-text.ts";
import { parseArticle } from "../src/article/parse-article.ts";
import { splitFrontMatter } from "../src/front-matter/split-front-matter.ts";

// A small share of `npm run fuzz`. How long anything takes is not looked at here.

const numbers = fc.nat({ max: 2 ** 31 - 1 });

describe("whatever is read", () => {
  it.for(targets)("$name never throws, and gives nothing that must not be shown", (target) => {
    fc.assert(
      fc.property(numbers, numbers, (seed, number) => {
        expect(tryTarget(target, makeInput(seed, number)).fault).toBeUndefined();
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it(
    "gives what it would have given if nothing had been read before it",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(numbers, fc.array(numbers, { minLength: 2, maxLength: 20 }), (seed, some) => {
          const findings = nothingFound();
          const tried = targets.map((target) => ({ ...target, fault: () => undefined }));
          fuzzTwice(some, { seed, timed: false, tried }, findings);
          expect([...findings.failures.keys()]).toEqual([]);
        }),
        { numRuns: 100, seed: 2024 },
      );
    },
  );
});

describe("the fuzzer", () => {
  it("makes the same input of the same numbers, and many different ones", () => {
    const some = Array.from({ length: 500 }, (_, number) => makeInput(1, number));
    expect(Array.from({ length: 500 }, (_, number) => makeInput(1, number))).toEqual(some);
    expect(new Set(some).size).toBeGreaterThan(450);
  });

  it("makes inputs as long as may be, but not longer", () => {
    const lengths = Array.from({ length: 30 }, (_, number) =>
      Buffer.byteLength(makeInput(1, number * 1_000 + 999)),
    );
    expect(Math.max(...lengths)).toBeGreaterThan(maxInputBytes - 4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(maxInputBytes);
  });

  it.for<readonly [what: string, run: (input: string) => unknown, fault: RegExp]>([
    ["throws", () => JSON.parse("{"), /throws SyntaxError/],
    ["gives what must not be shown", () => ["\u009b"], /gives a control character/],
    ["keeps something from call to call", callCounter(), /depends on the inputs before/],
  ])("finds a function that %s", ([, run, fault]) => {
    const tried = [{ name: "reading", run, fault: unsafeText }];
    const findings = nothingFound();
    fuzzTwice([1, 2, 3], { seed: 1, timed: false, tried }, findings);
    expect([...findings.failures.values()]).toEqual([
      expect.objectContaining({
        target: "reading",
        fault: expect.stringMatching(fault),
        number: expect.any(Number),
      }),
    ]);
  });

  it.for(["a\u001b[2J", "\ud800", "\u202e", { a: ["b", new Map([["\u0007", 1]])] }])(
    "knows that %j must not be shown",
    (value) => {
      expect(unsafeText(value)).toBeDefined();
    },
  );

  it.for(["javascript:alert(1)", "../a", "/a", "a//b", "data:text/html,x", "a\\b"])(
    "knows that %s must not be followed",
    (url) => {
      expect(unsafeAddress({ blocks: [{ children: [{ url }] }] })).toBeDefined();
    },
  );

  it.for(["https://example.org/a?b#c", "mailto:desk@example.org", "images/រូប 1.jpg"])(
    "knows that %s may be followed",
    (url) => {
      expect(unsafeAddress({ url })).toBeUndefined();
    },
  );

  it("knows front matter that is lost in silence", () => {
    const text = "---\n{title\n---\nThe body.\n";
    const kept = { ...splitFrontMatter(text, "a.md"), fields: {}, problems: [] };
    expect(leftOutInSilence(kept, text)).toBeDefined();
    expect(leftOutInSilence({ ...kept, body: text }, text)).toBeUndefined();
    expect(leftOutInSilence({ ...kept, fields: { title: "" } }, text)).toBeUndefined();
  });

  it.for([
    { id: "../a" },
    { headline: "" },
    { headline: "a\tb" },
    { description: "a\nb" },
    { lead: "a " },
    { blocks: [{ type: "rule", lines: [2, 9] }] },
    { blocks: [{ type: "rule", lines: [2, 1] }] },
  ] as const)("knows that an article with %j is unfit", (part) => {
    const text = "# A bridge opens\n\nIt opened on Monday.\n";
    const { article } = parseArticle({ path: "bridge.md", text });
    expect(unfitArticle(article, text)).toBeUndefined();
    expect(unfitArticle({ ...article, ...part }, text)).toBeDefined();
  });

  it("makes what fails as short as it can", () => {
    const fails = (text: string): boolean => text.includes("b") && text.includes("y");
    expect(shrink("abcdefghijklmnopqrstuvwxyz", fails)).toBe("by");
  });
});

function callCounter(): () => number {
  let calls = 0;
  return () => calls++;
}
