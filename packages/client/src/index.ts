// Asks an archive over HTTP. It reads no file and needs nothing of Node.

export { createClient, type Client, type ClientOptions } from "./client.ts";
export type { Addresses, FeedForm, FeedSubject } from "./addresses.ts";
export type {
  ArchiveAnswer,
  ArticleAnswer,
  ArticleListAnswer,
  BodyForm,
  ChangeAnswer,
  ChangesAnswer,
  FacetAnswer,
  ProblemsAnswer,
  RelatedAnswer,
  SuggestionsAnswer,
  TimelineAnswer,
} from "./answers.ts";
export type { FilterParameters, ListParameters } from "./list-parameters.ts";
export { RequestError, type FailureJson, type FailureKind } from "./request-error.ts";
