import type {
  ArchiveStatus,
  ArticleSummary,
  Excerpt,
  FacetCount,
  FacetField,
  Facets,
  FoundArticle,
  Hit,
  KnownWord,
  Results,
  Sort,
  Timeline,
  TimelineBucket,
} from "@broadsheet/core/view";
import type { Find } from "./find-view.ts";
import { textMeasure } from "./layout.ts";
import type { FilterRowField } from "./filter-rows.ts";
import type { LinkList } from "./link-list.ts";
import { noMarks, type Marks, type Place } from "./marks.ts";
import type { ProblemsView } from "./problems-view.ts";
import { emptyField, type TextField } from "./text-field.ts";
import { noTrail, type Trail } from "./trail.ts";

/** Rows and columns of the terminal. */
export type Size = { readonly columns: number; readonly rows: number };

/** What the list is narrowed to, beside what is searched for. */
export type Filters = {
  readonly section: readonly string[];
  readonly lang: readonly string[];
  /** At most one year. */
  readonly year: readonly string[];
  /** At most one, of that year: `2024-11`. */
  readonly month: readonly string[];
};

/** A list of any length, of which a stretch around the view is at hand. */
export type ListView = {
  /** What the rows at hand answer; `canonicalQuery` of it. Empty before the first answer. */
  readonly key: string;
  /** The archive's generation when it was last asked. */
  readonly generation: string;
  readonly total: number;
  readonly totalRelation: Results["totalRelation"];
  readonly order: Sort;
  /** How many of the first hold all that is searched for. Absent: all do. */
  readonly holdingAll?: number;
  /** Place in the list of the first row at hand, from 0. */
  readonly first: number;
  readonly hits: readonly Hit[];
  /** Place of the selected row; its id as soon as the row is at hand. */
  readonly selected: number;
  readonly selectedId?: string;
  /** Place of the first row in view. */
  readonly top: number;
  /** Whether anything was ever selected by the reader: until then the list stays at its start. */
  readonly isTouched: boolean;
  /** What to select when the answer to another query comes: its first row, or the article selected now. */
  readonly onAnswer: "start" | "selection";
};

/** What is known of the selected article beyond its row. */
export type Preview = {
  readonly key: string;
  readonly id: string;
  readonly found?: FoundArticle;
  readonly excerpt?: Excerpt;
};

/** An article that is being read. */
export type ReaderView = {
  readonly id: string;
  /** Absent until it comes. */
  readonly found?: FoundArticle;
  /** The archive's generation when it was last asked for. */
  readonly generation: string;
  /** Whether the archive has no article with this id (any more). */
  readonly isMissing: boolean;
  /** The first line in view. */
  readonly top: number;
  /** Columns by which code is scrolled to the left. Absent: it is not. */
  readonly sideways?: number;
  /** Where it was left the last time; until the article comes, then it is gone to. */
  readonly place?: Place;
};

/** What is asked of the archive, one question of each kind at a time; the most urgent are asked first. */
export const slots = [
  "list",
  "article",
  "link",
  "words",
  "values",
  "meant",
  "facets",
  "timeline",
  "preview",
  "related",
  "problems",
] as const;

/** A kind of question. */
export type Slot = (typeof slots)[number];

/** What a question failed with: its key, and a sentence. */
export type Failure = { readonly key: string; readonly message: string };

/** Everything that the screen is drawn from. */
export type State = {
  readonly size: Size;
  /** The folder as it was given, cleaned. */
  readonly folder: string;
  /** The time at which the program was started: what is published later is marked. */
  readonly nowMs: number;
  /** Absent until the archive is open. */
  readonly status?: ArchiveStatus;
  readonly screen: "library" | "reader" | "problems";
  /** What keys go to in the library. */
  readonly focus: "list" | "search" | "filters";
  /** The first line in view of the help, which stands in place of everything else. Absent while it is closed. */
  readonly helpTop?: number;
  readonly search: TextField;
  readonly filters: Filters;
  /** The filter that the cursor is on, from 0. */
  readonly filterRow: number;
  /** The field that the cursor goes to when the filters come. Absent: it stays. */
  readonly filterGoal?: FilterRowField;
  /** The keys of a command that is begun and not ended, and whether those that end it are shown. */
  readonly begun?: { readonly keys: string; readonly isShown: boolean };
  readonly sort: Sort;
  readonly list: ListView;
  readonly facets?: {
    readonly key: string;
    readonly counts: Facets;
    /** Months with articles, ascending, whatever month is chosen. Absent while no year is. */
    readonly months?: readonly TimelineBucket[];
  };
  readonly timeline?: { readonly key: string; readonly counts: Timeline };
  readonly preview?: Preview;
  readonly reader?: ReaderView;
  /** Columns of an article's text, where there is room for them. */
  readonly measure: number;
  /** The links of the article, in its place. Absent while they are not listed. */
  readonly links?: LinkList;
  /** What is looked for in the article. Absent while nothing is. */
  readonly find?: Find;
  /** The path in the archive that a link leads to, until its article comes. */
  readonly following?: string;
  /** Articles about the same as one that was read, the nearest first. */
  readonly related?: { readonly id: string; readonly articles: readonly ArticleSummary[] };
  /** Words of the archive that begin as what is being typed, those in most articles first. */
  readonly known?: { readonly typed: string; readonly words: readonly KnownWord[] };
  /** Values of the field whose value was typed last, those of most articles first. */
  readonly values?: {
    readonly field: FacetField;
    readonly generation: string;
    readonly counts: readonly FacetCount[];
  };
  /** What was probably meant by a search that found nothing; without `text` nobody knows. */
  readonly meant?: { readonly key: string; readonly text?: string };
  /** The articles that one can go back to, and forward. */
  readonly trail: Trail;
  readonly problems?: ProblemsView;
  readonly marks: Marks;
  /** What came of the last key, for a moment, where nothing else shows it. */
  readonly said?: string;
  readonly failures: { readonly [slot in Slot]?: Failure };
};

export const noFilters: Filters = { section: [], lang: [], year: [], month: [] };

const emptyList: ListView = {
  key: "",
  generation: "",
  total: 0,
  totalRelation: "eq",
  order: "newest",
  first: 0,
  hits: [],
  selected: 0,
  top: 0,
  isTouched: false,
  onAnswer: "start",
};

/** The state before anything is known of the archive. */
export function initialState(size: Size, folder: string, nowMs: number): State {
  return {
    size,
    folder,
    nowMs,
    screen: "library",
    focus: "list",
    search: emptyField,
    filters: noFilters,
    filterRow: 0,
    sort: "newest",
    list: emptyList,
    measure: textMeasure,
    trail: noTrail,
    marks: noMarks,
    failures: {},
  };
}
