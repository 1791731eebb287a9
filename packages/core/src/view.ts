// What a front end needs that shows an archive which a worker, or another machine, reads: no parser of
// articles is loaded with it. Its names are those of the main entry.

export type * from "./index.ts";

export { cleanLine, cleanText } from "./text/clean-text.ts";
export { cutText } from "./text/cut-text.ts";
export { displayWidth } from "./text/display-width.ts";
export { breakLines, visibleText, wrapText } from "./text/line-breaks.ts";
export { words } from "./text/words.ts";

export { isProblemCode, problemCodes } from "./problem.ts";
export { BroadsheetError, ClosedError, CursorError, FolderError, IndexError } from "./errors.ts";

export { canonicalQuery } from "./query/canonical-query.ts";
export { formatText } from "./query/format-text.ts";
export { didYouMean } from "./query/did-you-mean.ts";
export { defaultPageSize, maxPageSize } from "./query/page-size.ts";
export { parameters } from "./query/parameters.ts";
export { parseQuery } from "./query/parse-query.ts";
export { maxQueryDepth } from "./query/arrange-tokens.ts";
export { maxQueryLength, maxQueryTerms, parseSearch, parseText } from "./query/parse-text.ts";
export { everything } from "./query/query.ts";
export { searchFields } from "./query/search-fields.ts";
export { stillTyping } from "./query/still-typing.ts";
export { noValue, valueKey } from "./query/value-key.ts";
export { highlightText } from "./archive/excerpt.ts";

export { articleSummaryJson } from "./presentation/article-summary-json.ts";
export { listJson, matchJson } from "./presentation/list-json.ts";
export { problemJson } from "./presentation/problem-json.ts";
export { progress, statusJson } from "./presentation/status-json.ts";
