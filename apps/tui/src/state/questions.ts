import {
  everything,
  type ArchiveStatus,
  type Query,
  type WindowAnchor,
} from "@broadsheet/core/view";
import {
  answerArticle,
  answerFacets,
  answerList,
  answerPreview,
  answerTimeline,
} from "./answers.ts";
import { valueFields } from "./filter-rows.ts";
import { articlesInView, hasTimeline, layout } from "./layout.ts";
import { hasRows, selectedHit } from "./list-view.ts";
import { answerLink, pathsMeant } from "./link-list.ts";
import { answerProblems, readProblemKinds } from "./problems-view.ts";
import { restMs, type Question } from "./question.ts";
import { meantQuestion, valuesQuestion, wordsQuestion } from "./search-questions.ts";
import type { Slot, State } from "./state.ts";
import { wantedQuery } from "./wanted-query.ts";

/** Related articles that are offered. */
const relatedShown = 5;

/** The archive as its reader sees it. */
const withDrafts: Query = { ...everything, drafts: true };

/** Screens of rows fetched before and after the one in view. */
const screensAround = 3;

/**
 * What is not known yet of what the screen shows. When a question is no longer among these it need not
 * be answered any more; so nothing is ever asked that nobody waits for.
 */
export function questions(state: State): { readonly [slot in Slot]?: Question } {
  if (state.status === undefined) return {};
  const list = listQuestion(state);
  const facets = facetsQuestion(state);
  const timeline = timelineQuestion(state);
  const preview = previewQuestion(state);
  const article = articleQuestion(state);
  const problems = problemsQuestion(state);
  const link = linkQuestion(state);
  const related = relatedQuestion(state);
  const words = wordsQuestion(state);
  const values = valuesQuestion(state);
  const meant = meantQuestion(state);
  return {
    ...unlessFailed(state, "list", list),
    ...unlessFailed(state, "facets", facets),
    ...unlessFailed(state, "timeline", timeline),
    ...unlessFailed(state, "preview", preview),
    ...unlessFailed(state, "article", article),
    ...unlessFailed(state, "problems", problems),
    ...unlessFailed(state, "link", link),
    ...unlessFailed(state, "related", related),
    ...unlessFailed(state, "words", words),
    ...unlessFailed(state, "values", values),
    ...unlessFailed(state, "meant", meant),
  };
}

/**
 * The generation that the archive is in, as far as lists are concerned: when a first build ends, totals
 * become exact although nothing else may change.
 */
function generationOf(status: ArchiveStatus | undefined): string {
  return status === undefined
    ? ""
    : `${status.generation}${status.state === "building" ? " building" : ""}`;
}

/**
 * The same for what counts the whole archive: during a first build it is counted again for each tenth
 * of the files, not for each of the many generations.
 */
function countedGeneration(status: ArchiveStatus | undefined): string {
  if (status?.state !== "building") return status?.generation ?? "";
  return `building ${Math.floor((10 * status.filesDone) / Math.max(1, status.filesTotal))}`;
}

function unlessFailed(
  state: State,
  slot: Slot,
  question: Question | undefined,
): { [slot in Slot]?: Question } {
  return question === undefined || state.failures[slot]?.key === question.key
    ? {}
    : { [slot]: question };
}

/** Whether the rows at hand answer what is searched for now, or that failed. */
export function isListCurrent(state: State): boolean {
  const { key } = wantedQuery(state);
  return state.list.key === key || state.failures.list?.key === key;
}

function listQuestion(state: State): Question | undefined {
  const { list, status } = state;
  const { query, key } = wantedQuery(state);
  const generation = generationOf(status);
  const inView = articlesInView(state);
  const around = inView * screensAround;
  const ask = (questionKey: string, at: WindowAnchor): Question => ({
    key: questionKey,
    afterMs: 0,
    ask: async (archive, signal) => {
      const window = await archive.window(query, { at, before: around, after: around, signal });
      return (now) => answerList(now, window, key, generation);
    },
  });

  if (list.key !== key) {
    return ask(key, list.onAnswer === "selection" ? anchorOfSelection(state) : "start");
  }
  if (list.generation !== generation) {
    // The same key for every generation: an answer under way is waited for, not begun again.
    return ask(`${key} again`, list.isTouched ? anchorOfSelection(state) : "start");
  }
  const screen = Math.floor(list.top / inView);
  return hasRows(list, list.top - inView / 2, list.top + inView * 1.5)
    ? undefined
    : ask(`${key} at ${screen}`, {
        ordinal: Math.min(list.total - 1, screen * inView + Math.floor(inView / 2)),
      });
}

function anchorOfSelection({ list }: State): WindowAnchor {
  return list.selectedId === undefined ? { ordinal: list.selected } : { id: list.selectedId };
}

function facetsQuestion(state: State): Question | undefined {
  if (layout(state).filters === undefined || state.screen !== "library") return undefined;
  const { query, key } = wantedQuery(state);
  const questionKey = `${key} ${countedGeneration(state.status)}`;
  if (state.facets?.key === questionKey) return undefined;
  return {
    key: questionKey,
    afterMs: state.facets === undefined ? 0 : restMs,
    ask: async (archive) => {
      const counts = await archive.facets(query, valueFields);
      if (state.filters.year.length === 0) return (now) => answerFacets(now, questionKey, counts);
      const anyMonth = wantedQuery({ ...state, filters: { ...state.filters, month: [] } }).query;
      const { buckets } = await archive.timeline(anyMonth, "month");
      return (now) => answerFacets(now, questionKey, counts, buckets);
    },
  };
}

function timelineQuestion(state: State): Question | undefined {
  if (!hasTimeline(state) || state.screen !== "library") return undefined;
  const { query, key } = wantedQuery(state);
  const questionKey = `${key} ${countedGeneration(state.status)}`;
  if (state.timeline?.key === questionKey) return undefined;
  return {
    key: questionKey,
    afterMs: restMs,
    ask: async (archive) => {
      const counts = await archive.timeline(query, "month");
      return (now) => answerTimeline(now, questionKey, counts);
    },
  };
}

function previewQuestion(state: State): Question | undefined {
  const hit = selectedHit(state.list);
  const { preview: pane } = layout(state);
  if (
    hit === undefined ||
    pane === undefined ||
    state.screen !== "library" ||
    !isListCurrent(state)
  )
    return undefined;
  const { query, key: queryKey } = wantedQuery(state);
  const { id } = hit.article;
  const wantsText = pane.place === "right";
  const wantsExcerpt = query.text !== undefined;
  const key = `${id} ${state.list.generation} ${wantsExcerpt ? queryKey : ""} ${pane.place}`;
  if (state.preview?.key === key || (!wantsText && !wantsExcerpt)) return undefined;
  return {
    key,
    afterMs: restMs,
    ask: async (archive, signal) => {
      const [found, window] = await Promise.all([
        wantsText ? archive.get(id, { signal }) : undefined,
        wantsExcerpt
          ? archive.window(query, { at: { id }, before: 0, after: 0, excerpts: true, signal })
          : undefined,
      ]);
      const excerpt = window?.hits.find((each) => each.article.id === id)?.excerpt;
      return (now) =>
        answerPreview(now, { key, id, ...(found && { found }), ...(excerpt && { excerpt }) });
    },
  };
}

function articleQuestion({ reader, screen, status }: State): Question | undefined {
  const generation = status?.generation ?? "";
  if (reader === undefined || screen !== "reader" || reader.generation === generation)
    return undefined;
  const { id } = reader;
  return {
    key: id,
    afterMs: 0,
    ask: async (archive, signal) => {
      const found = await archive.get(id, { signal });
      return (now) => answerArticle(now, id, found, generation);
    },
  };
}

function linkQuestion({ following: path }: State): Question | undefined {
  if (path === undefined) return undefined;
  return {
    key: path,
    afterMs: 0,
    ask: async (archive, signal) => {
      for (const meant of pathsMeant(path)) {
        const found = await archive.get({ path: meant }, { signal });
        if (found !== undefined) return (now) => answerLink(now, path, found);
      }
      return (now) => answerLink(now, path, undefined);
    },
  };
}

/** Asked when the links are listed: among them are the related articles. */
function relatedQuestion({ reader, links, related }: State): Question | undefined {
  const id = reader?.id;
  if (links === undefined || id === undefined || related?.id === id) return undefined;
  return {
    key: id,
    afterMs: 0,
    ask: async (archive, signal) => {
      const { articles } = await archive.related(id, {
        limit: relatedShown,
        among: withDrafts,
        signal,
      });
      return (now) => ({ ...now, related: { id, articles } });
    },
  };
}

function problemsQuestion({ screen, status, problems }: State): Question | undefined {
  const generation = countedGeneration(status);
  if (screen !== "problems" || problems?.generation === generation) return undefined;
  return {
    key: `problems ${generation}`,
    afterMs: 0,
    ask: async (archive) => {
      const kinds = await readProblemKinds(archive);
      return (now) => answerProblems(now, generation, kinds);
    },
  };
}
