// What other projects build on. It is pure: no file, no network, no clock and no `node:` module.

// Text: safe, folded, measured, broken and cut.
export { cleanLine, cleanText } from "./text/clean-text.ts";
export { cutText } from "./text/cut-text.ts";
export { displayWidth } from "./text/display-width.ts";
export { breakLines, visibleText, wrapText, type LineSpan } from "./text/line-breaks.ts";
export { words, type Word } from "./text/words.ts";

// Articles: from a text to a model.
export { splitFrontMatter } from "./front-matter/split-front-matter.ts";
export type {
  Fields,
  FieldValue,
  FrontMatter,
  FrontMatterFormat,
} from "./front-matter/front-matter.ts";
export {
  parseArticle,
  type ArticleSettings,
  type ArticleText,
  type ParsedArticle,
} from "./article/parse-article.ts";
export type { SchemaIssue, SchemaResult, StandardSchema } from "./article/standard-schema.ts";
export { plainText } from "./article/plain-text.ts";
export { summarise } from "./article/summarise.ts";
export type {
  Article,
  ArticleImage,
  ArticleSummary,
  CodeTime,
  InferredField,
  Provenance,
  Section,
} from "./article/article.ts";
export type { ArticleDate, DatePrecision } from "./article/article-date.ts";
export type { Block, Figure, Inline, LineRange } from "./article/block.ts";
export type { AliasedField, FieldAliases, Publisher, Settings } from "./source/settings.ts";

// Problems of the articles, and errors of the caller.
export { isProblemCode, problemCodes, type Problem, type ProblemCode } from "./problem.ts";
export {
  problemGuide,
  type ExampleFiles,
  type ProblemExplanation,
  type ProblemGuide,
} from "./problem-guide.ts";
export type { Severity } from "./problem-kinds.ts";
export {
  BroadsheetError,
  CancelledError,
  ClosedError,
  CursorError,
  FileError,
  FolderError,
  IndexError,
  SettingsError,
  type CursorErrorCode,
  type FileErrorCode,
  type FolderErrorCode,
  type IndexErrorCode,
  type SettingsErrorCode,
} from "./errors.ts";

// Queries: what was typed or asked for, as a value.
export { canonicalQuery } from "./query/canonical-query.ts";
export { formatText } from "./query/format-text.ts";
export { didYouMean } from "./query/did-you-mean.ts";
export { defaultPageSize, maxPageSize } from "./query/page-size.ts";
export {
  parameters,
  type Parameter,
  type ParameterForm,
  type ParameterName,
} from "./query/parameters.ts";
export {
  parseQuery,
  type PageRequest,
  type ParsedQuery,
  type QueryContext,
} from "./query/parse-query.ts";
export { maxQueryDepth } from "./query/arrange-tokens.ts";
export {
  maxQueryLength,
  maxQueryTerms,
  parseSearch,
  parseText,
  type SearchReading,
} from "./query/parse-text.ts";
export type { QueryProblem, QueryProblemCode } from "./query/query-problem.ts";
export type { QuerySpan, QueryWarning, QueryWarningCode, SpanRole } from "./query/query-warning.ts";
export {
  everything,
  type FilterField,
  type Query,
  type Sort,
  type TextNode,
} from "./query/query.ts";
export type { Clock } from "./query/relative-date.ts";
export { searchFields, type SearchField, type SearchFieldName } from "./query/search-fields.ts";
export { stillTyping } from "./query/still-typing.ts";
export { noValue, valueKey } from "./query/value-key.ts";

// Archives: what can be asked of one.
export type { ArticleChange, ChangeOptions, ChangePage } from "./archive/article-change.ts";
export { highlightText } from "./archive/excerpt.ts";
export type {
  Archive,
  ArchiveStatus,
  ArticleKey,
  CountOptions,
  Excerpt,
  FacetCount,
  FacetField,
  Facets,
  FoundArticle,
  Hit,
  ListWindow,
  Page,
  ProblemPage,
  RelatedArticles,
  RelatedOptions,
  Results,
  SearchOptions,
  Timeline,
  TimelineBucket,
  WindowAnchor,
  WindowOptions,
} from "./archive/archive.ts";

export type { KnownWord, SuggestOptions, Suggestions } from "./archive/suggestions.ts";
export type { TimelineInterval } from "./archive/period.ts";

// Engines: what holds an archive's articles and finds them.
export type {
  ArticleIndex,
  Change,
  FileEntry,
  IndexCounts,
  IndexedFile,
  IndexHit,
  IndexResults,
  IndexText,
  Patience,
  RelatedHits,
} from "./archive/article-index.ts";
export type { DividedText } from "./archive/divide-text.ts";
export type { FileStamp, FoundFile } from "./source/article-file.ts";

// Presentation: the formats of others.
export { articleHtml, type PageContext } from "./presentation/article-html.ts";
export type { Publishing } from "./presentation/publishing.ts";
export { articleJsonLd, type PublicContext } from "./presentation/article-json-ld.ts";
export { articleMarkdown } from "./presentation/article-markdown.ts";
export { articleNinjs } from "./presentation/article-ninjs.ts";
export { articleText } from "./presentation/article-text.ts";
export { atomFeed } from "./presentation/atom.ts";
export { bodyHtml, type Pictures } from "./presentation/body-html.ts";
export {
  feedOf,
  type Feed,
  type FeedContext,
  type FeedHit,
  type FeedItem,
} from "./presentation/feed.ts";
export { jsonFeed } from "./presentation/json-feed.ts";
export { listCsv } from "./presentation/list-csv.ts";
export { pageStyle } from "./presentation/page-style.ts";
export { rssFeed } from "./presentation/rss.ts";

// Presentation: the one shape that HTTP and `--json` have, with its schemas.
export {
  articleJson,
  type ArticleDetailsJson,
  type ArticleJson,
} from "./presentation/article-json.ts";
export {
  articleSummaryJson,
  type ArticleSummaryJson,
  type JsonContext,
} from "./presentation/article-summary-json.ts";
export type { DateJson } from "./presentation/date-json.ts";
export type { JsonSchema, ObjectSchema } from "./presentation/json-schema.ts";
export type { LinkMaker } from "./presentation/link-maker.ts";
export {
  listJson,
  matchJson,
  type FacetsJson,
  type HitJson,
  type ListContext,
  type ListJson,
  type ListMetaJson,
  type MatchJson,
} from "./presentation/list-json.ts";
export type { PlainJson } from "./presentation/plain-json.ts";
export { problemJson, type ProblemJson } from "./presentation/problem-json.ts";
export { schemas } from "./presentation/schemas.ts";
export { progress, statusJson, type StatusJson } from "./presentation/status-json.ts";
