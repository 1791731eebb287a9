import { expectTypeOf } from "vitest";
import type { ArchiveIndexJson } from "../../../apps/api/src/archive-index.ts";
import type { ArchiveProblemsJson } from "../../../apps/api/src/archive-problems.ts";
import type { ArticleProblemsJson } from "../../../apps/api/src/article-problems.ts";
import type { ChangesJson } from "../../../apps/api/src/changes.ts";
import type { FacetJson } from "../../../apps/api/src/facet.ts";
import type { ProblemBody } from "../../../apps/api/src/problem-response.ts";
import type { ProblemType } from "../../../apps/api/src/problem-types.ts";
import type { RelatedJson } from "../../../apps/api/src/related.ts";
import type { SuggestionsJson } from "../../../apps/api/src/suggest.ts";
import type { TimelineJson } from "../../../apps/api/src/timeline.ts";
import type { BodyForm as ServedForm } from "../../../apps/api/src/view.ts";
import type { ArticleJson, ProblemJson } from "@broadsheet/core";
import type {
  ArchiveAnswer,
  ArticleAnswer,
  ArticleListAnswer,
  BodyForm,
  ChangesAnswer,
  FacetAnswer,
  FailureJson,
  FailureKind,
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
expectTypeOf<ProblemBody>().toExtend<FailureJson>();
expectTypeOf<keyof ProblemBody>().toEqualTypeOf<keyof FailureJson>();
expectTypeOf<ProblemType>().toEqualTypeOf<FailureKind>();

// A body has the forms that were asked for, and no other.
expectTypeOf<ServedForm>().toEqualTypeOf<BodyForm>();
expectTypeOf<ArticleAnswer["body"]>().toEqualTypeOf<Pick<ArticleJson["body"], "blocks" | "text">>();
expectTypeOf<keyof ArticleAnswer<"html">["body"]>().toEqualTypeOf<"html">();
expectTypeOf<keyof ArticleAnswer<"none">["body"]>().toEqualTypeOf<never>();
