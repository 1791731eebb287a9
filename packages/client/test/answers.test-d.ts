import { expectTypeOf } from "vitest";
import type { ArchiveIndexJson } from "../../../apps/api/src/archive-index.ts";
import type { ArchiveProblemsJson } from "../../../apps/api/src/archive-problems.ts";
import type { ArticleProblemsJson } from "../../../apps/api/src/article-problems.ts";
import type { ChangesJson } from "../../../apps/api/src/changes.ts";
import type { FacetJson } from "../../../apps/api/src/facet.ts";
import type { RelatedJson } from "../../../apps/api/src/related.ts";
import type { SuggestionsJson } from "../../../apps/api/src/suggest.ts";
import type { TimelineJson } from "../../../apps/api/src/timeline.ts";
import type { ProblemJson } from "@broadsheet/core";
import type {
  ArchiveAnswer,
  ArticleListAnswer,
  ChangesAnswer,
  FacetAnswer,
  FeedSubject,
  ProblemsAnswer,
  RelatedAnswer,
  SuggestionsAnswer,
  TimelineAnswer,
} from "../src/index.ts";

// A feed is refused what only lists show.
expectTypeOf<Extract<FeedSubject, { search: object }>["search"]>().not.toHaveProperty("highlight");

// What the client says of answers is what the server gives.
expectTypeOf<ArchiveIndexJson>().toExtend<ArchiveAnswer>();
expectTypeOf<keyof ArchiveIndexJson>().toEqualTypeOf<keyof ArchiveAnswer>();
expectTypeOf<FacetJson>().toEqualTypeOf<FacetAnswer>();
expectTypeOf<TimelineJson>().toEqualTypeOf<TimelineAnswer>();
expectTypeOf<SuggestionsJson>().toEqualTypeOf<SuggestionsAnswer>();
expectTypeOf<RelatedJson>().toEqualTypeOf<RelatedAnswer>();
expectTypeOf<ArticleProblemsJson>().toEqualTypeOf<ArticleListAnswer<ProblemJson>>();
expectTypeOf<ArchiveProblemsJson>().toEqualTypeOf<ProblemsAnswer>();
expectTypeOf<ChangesJson>().toEqualTypeOf<ChangesAnswer>();
