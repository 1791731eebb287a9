import {
  everything,
  statusJson,
  type Archive,
  type ArchiveStatus,
  type FacetCount,
  type FacetField,
} from "@broadsheet/core";
import { filterLabel } from "../screens/filters-pane.ts";
import { filterFields } from "../state/filter-rows.ts";
import { count, number } from "../words/numbers.ts";
import { words } from "../words/words.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonText } from "./json-text.ts";
import type { Output } from "./output.ts";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** Prints what the archive holds, and what of the folder it does not. */
export async function stats(
  invocation: Invocation,
  archive: Archive,
  status: ArchiveStatus,
  output: Output,
): Promise<number> {
  const facets = await archive.facets({ ...everything, drafts: true }, filterFields);
  if (flagValue(invocation, "--json") !== undefined) {
    await output.print(
      jsonText({
        data: [{ ...statusJson(status), facets }],
        meta: { generation: status.generation },
      }),
    );
    return exitCodes.success.code;
  }
  const { theme } = output;
  const span =
    status.firstMs === undefined || status.lastMs === undefined
      ? []
      : [words.span(status.firstMs, status.lastMs, status.timeZone)];
  const lines = [
    theme.text(status.name, { bold: true }),
    [words.archiveSize(status.articles), ...span].join(words.between),
    theme.text(status.folder, { dim: true }),
    ...filterFields.flatMap((field) => facetLines(field, facets[field] ?? [], theme)),
    "",
    problemLine(status),
    words.leftOut(status.leftOut),
  ];
  await output.print(`${lines.join("\n")}\n`);
  return exitCodes.success.code;
}

function facetLines(
  field: FacetField,
  counts: readonly FacetCount[],
  theme: Output["theme"],
): readonly string[] {
  if (counts.length === 0) return [];
  const widest = Math.max(...counts.map((each) => number(each.count).length));
  return [
    "",
    theme.text(words.filterTitles[field], { bold: true }),
    ...counts.map(({ value, label, count: articles }) => {
      const name = filterLabel({ field, label: value === null ? "" : label });
      return `  ${number(articles).padStart(widest)}  ${name}`;
    }),
  ];
}

function problemLine({ problems: { error, warning, note } }: ArchiveStatus): string {
  return [
    count(error, "error", "errors"),
    count(warning, "warning", "warnings"),
    count(note, "note", "notes"),
  ].join(", ");
}
