import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const model = join(import.meta.dirname, "../../src/article");

/** Dates in every form, some of them at hours that clocks skip or show twice. */
const dates = [
  "2024",
  "2024-11",
  "2024-11-26",
  "2024-03-10 02:30",
  "2024-11-03 01:30:00",
  "2024-11-26T23:59:59.999",
  "2024-11-26T13:41:57Z",
  "2024-11-26 13:41 +0700",
  "Tue, 26 Nov 2024 13:41:57 GMT",
  "26/11/2024",
  "Nov 26, 2024 9:05 pm",
  "26 novembre 2024",
  "2024年11月26日",
  "ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៤",
  "1799-12-31",
];

const program = `
  import { parseArticle } from ${JSON.stringify(join(model, "parse-article.ts"))};
  const dates = ${JSON.stringify(dates)};
  const found = [];
  for (const timeZone of ["UTC", "Asia/Phnom_Penh", "America/New_York"]) {
    for (const date of dates) {
      const text = "---\\ndate: " + JSON.stringify(date) + "\\n---\\nText.";
      const path = "content/2024/03/10/ferry.md";
      const { article, problems } = parseArticle({ path, text }, { timeZone });
      const { article: undated } = parseArticle({ path, text: "Text." }, { timeZone });
      found.push([article.datePublished, undated.datePublished, problems]);
    }
  }
  console.log(JSON.stringify([new Date(0).getTimezoneOffset(), found]));
`;

it("a date is the same wherever the machine is", () => {
  const [utc, ...others] = ["UTC", "Asia/Phnom_Penh", "America/New_York"].map((zone) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", program],
      { encoding: "utf8", env: { ...process.env, TZ: zone } },
    );
    expect(stderr).toBe("");
    return JSON.parse(stdout) as readonly [offset: number, found: readonly unknown[]];
  });
  // The machines are in different zones.
  expect([utc?.[0], ...others.map(([offset]) => offset)]).toEqual([0, -420, 300]);
  for (const [, found] of others) expect(found).toEqual(utc?.[1]);
  expect(JSON.stringify(utc?.[1]).match(/"epochMs":/g)?.length).toBe(dates.length * 6);
});
