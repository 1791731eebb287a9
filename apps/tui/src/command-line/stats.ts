import {
  everything,
  statusJson,
  type Archive,
  type ArchiveStatus,
  type Facets,
  type Severity,
} from "@broadsheet/core/view";
import { surveyFolder, type FolderSurvey } from "@broadsheet/core/node";
import { valueFields } from "../state/filter-rows.ts";
import { archiveProblems } from "./archive-problems.ts";
import { countArticles, type ArticleCounts } from "./count-articles.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";
import { statsText } from "./stats-text.ts";

/** Problems of one code. */
export type CodeCount = {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
};

/** All that is counted of an archive. */
export type Stats = {
  readonly status: ArchiveStatus;
  readonly counts: ArticleCounts;
  readonly facets: Facets;
  /** The most severe first, of these the most frequent. */
  readonly problems: readonly CodeCount[];
  readonly files: FolderSurvey;
};

/** Prints what the archive holds, what of the folder it does not, and what is wrong with it. */
export async function stats(
  invocation: Invocation,
  archive: Archive,
  status: ArchiveStatus,
  output: Output,
): Promise<number> {
  const all: Stats = {
    status,
    counts: await countArticles(archive),
    facets: await archive.facets({ ...everything, drafts: true }, valueFields),
    problems: await countProblems(archive),
    files: surveyFolder(status.folder),
  };
  await output.print(
    flagValue(invocation, "--json") === undefined ? statsText(all, output) : statsJson(all),
  );
  return exitCodes.success.code;
}

function statsJson({ status, counts, facets, problems, files }: Stats): string {
  const { words, frontMatter, fields } = counts;
  const data = { ...statusJson(status), words, frontMatter, fields, facets };
  return jsonText({
    data: [{ ...data, problemCodes: problems, files }],
    meta: { generation: status.generation },
  });
}

const severities: readonly Severity[] = ["error", "warning", "note"];

async function countProblems(archive: Archive): Promise<readonly CodeCount[]> {
  const counts = new Map<string, CodeCount>();
  for await (const { code, severity } of archiveProblems(archive))
    counts.set(code, { code, severity, count: (counts.get(code)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count,
  );
}
