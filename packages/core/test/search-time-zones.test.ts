import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const source = (file: string): string =>
  JSON.stringify(join(import.meta.dirname, "../src", `${file}.ts`));
const zones = ["UTC", "Asia/Phnom_Penh", "America/New_York"] as const;

/** Dates by hours on both sides of midnight somewhere, at hours that clocks skip or show twice, and coarse ones. */
const dates = {
  evening: "2024-11-26T23:30:00Z",
  morning: "2024-11-27T04:30:00Z",
  offset: "2024-11-27T06:15:00+07:00",
  local: "2024-11-26 23:45",
  skipped: "2024-03-10 02:30",
  twice: "2024-11-03 01:30",
  day: "2024-11-26",
  month: "2024-11",
  year: "2024",
};

const typed = [
  "boat",
  "date:2024-11-26",
  "boat after:2024-11-27",
  "until:2024-11-03",
  "date:2024-W48 OR date:2024-03-10",
  "date:yesterday",
  "since:march -date:2024-11-27",
];

/** Opens archives, asks each everything that depends on days, and prints the answers. */
const program = `
  import { parseQuery } from ${source("index")};
  import { openArchive } from ${source("node")};
  const [cacheDir, ...folders] = process.argv.slice(1);
  const nowMs = ${Date.parse("2024-11-27T12:00Z")};
  const answers = [];
  for (const folder of folders) {
    const archive = await openArchive(folder, { cacheDir, watch: false });
    const { timeZone } = await archive.settled();
    const found = {};
    for (const typed of ${JSON.stringify(typed)}) {
      for (const sort of ["newest", "oldest", "relevance"]) {
        const { query } = parseQuery([["q", typed], ["sort", sort]], { timeZone, nowMs });
        const { hits } = await archive.search(query);
        found[typed + " " + sort] = hits.map(({ article }) => article.id);
        if (sort !== "newest") continue;
        found[typed + " counts"] = await archive.facets(query, ["year"]);
        for (const interval of ["day", "week", "month", "year"]) {
          const { generation, ...timeline } = await archive.timeline(query, interval);
          found[typed + " " + interval] = timeline;
        }
      }
    }
    await archive.close();
    answers.push(found);
  }
  console.log(JSON.stringify([new Date(0).getTimezoneOffset(), answers]));`;

type Answers = readonly { readonly [asked: string]: unknown }[];

it("archives are searched and counted alike wherever the machine is, in their own days", async () => {
  const folders = zones.map((timeZone) =>
    temporaryFolder({
      "broadsheet.json": JSON.stringify({ timeZone }),
      ...Object.fromEntries(
        Object.entries(dates).map(([name, date]) => [
          `${name}.md`,
          `---\ntitle: The ${name} boat\ndate: ${date}\n---\n\nA boat crosses the river.\n`,
        ]),
      ),
    }),
  );
  const [utc, ...others] = await Promise.all(
    zones.map(async (TZ) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", program, temporaryFolder(), ...folders],
        { env: { ...process.env, TZ } },
      );
      return JSON.parse(stdout) as readonly [offset: number, answers: Answers];
    }),
  );
  // The machines are in different zones.
  expect([utc?.[0], ...others.map(([offset]) => offset)]).toEqual([0, -420, 300]);
  for (const [, answers] of others) expect(answers).toEqual(utc?.[1]);

  const coarse = ["day", "month", "year"];
  expect(utc?.[1].map((found) => found["date:2024-11-26 newest"])).toEqual([
    ["local", "evening", "offset", ...coarse],
    ["local", ...coarse],
    ["local", "morning", "evening", "offset", ...coarse],
  ]);
  expect(utc?.[1].map((found) => found["boat day"])).toMatchObject([
    { buckets: expect.arrayContaining([{ period: "2024-11-26", count: 4 }]), coarser: 2 },
    { buckets: expect.arrayContaining([{ period: "2024-11-26", count: 2 }]), coarser: 2 },
    { buckets: expect.arrayContaining([{ period: "2024-11-26", count: 5 }]), coarser: 2 },
  ]);
});
