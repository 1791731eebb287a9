import { codeInView } from "../reading/code-lines.ts";
import { styled, wrapStyled } from "../reading/styled-text.ts";
import { moved, type Row } from "../rows/row.ts";
import { readerPane } from "../state/layout.ts";
import { readerLines } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";

/** The lines of the article that are in view, or why there are none. */
export function readerRows(state: State): readonly Row[] {
  const { columns, rows, column } = readerPane(state);
  const { reader, failures } = state;
  const top = reader?.top ?? 0;
  const lines =
    reader?.isMissing === true && reader.found === undefined
      ? wrapStyled(styled(words.missing), columns)
      : reader?.found === undefined && failures.article !== undefined
        ? wrapStyled(styled(failures.article.message), columns)
        : (readerLines(state)?.rowsTo(top + rows) ?? []);
  const sideways = reader?.sideways ?? 0;
  return lines
    .slice(top, top + rows)
    .map((row) => moved(codeInView(row, columns, sideways), column));
}
