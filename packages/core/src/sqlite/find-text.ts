import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { TextNode } from "../query/query.ts";
import { unspaced } from "../text/character-kinds.ts";
import type { Columns } from "./columns.ts";
import { Room } from "./kept-by-size.ts";
import { unionOf } from "./filter-positions.ts";
import { ftsTerm, nameToken, type Leaf } from "./fts-term.ts";
import type { TermList } from "./merge-lists.ts";
import { matchText } from "./match-text.ts";
import type { GoOn } from "./patience.ts";
import { termPostings, type TermPostings } from "./postings.ts";
import { rankCloseness } from "./rank-closeness.ts";
import type { Ranked } from "./rank-positions.ts";
import { positionsOf } from "./row-positions.ts";
import { columnWeights, scoreTexts } from "./score-texts.ts";
import { TermLists, type Concept } from "./term-lists.ts";
import { TermReader } from "./term-reader.ts";
import { Vocabulary } from "./vocabulary.ts";
import { wantedLeaves } from "./wanted-leaves.ts";

/** Rows between two looks at the clock and the reader's patience: about 0.2 ms of work. */
const stride = 1_024;

/** More than words can score by which one thing is asked for. */
const nameScore = 100;

/** Positions that match a text, ascending. */
export type TextMatches = {
  readonly positions: Uint32Array;
  /** Whether there was time to find all of them. */
  readonly complete: boolean;
};

/** How well each position matches, and whether there was time to tell. */
export type Scores = { readonly scores: Float64Array; readonly complete: boolean };

/** What belongs to one generation of the index. */
type Generation = {
  readonly columns: Columns;
  readonly vocabulary: Vocabulary;
  readonly lists: TermLists;
  readonly scores: Float64Array;
};

/** Thrown through SQLite to end a statement whose time is over. */
class OutOfTime extends Error {}

/**
 * Finds texts in the `words` table. Rows arrive one by one in a function of ours, since SQLite's
 * statements cannot be interrupted otherwise; it is also faster than fetching them.
 */
export class TextFinder {
  #found = new Float64Array(stride);
  #length = 0;
  #goOn: GoOn = () => true;
  #generation: Generation | undefined;
  readonly #statement: StatementSync;
  readonly #postings: TermPostings;
  readonly #terms: TermReader;
  /** Room for what may be asked for again, of texts and of what is made of them. */
  readonly room: Room = new Room(0);

  constructor(database: DatabaseSync) {
    database.aggregate("take", {
      start: 0,
      step: (_, row: unknown) => {
        this.#take(Number(row));
        return 0;
      },
    });
    this.#statement = database.prepare("SELECT take(rowid) FROM words WHERE words MATCH ?");
    this.#postings = termPostings(database, columnWeights);
    this.#terms = new TermReader(database);
  }

  /** All articles that match a tree of words and phrases. Those whose text is not indexed yet match nothing. */
  find(node: TextNode, columns: Columns, goOn: GoOn): TextMatches {
    const { lists, vocabulary } = this.#of(columns);
    return matchText(node, columns, (leaf) => {
      const concept = plainWord(leaf, vocabulary);
      const found =
        concept === undefined
          ? this.#match(ftsTerm(leaf, vocabulary), columns, goOn)
          : listOf(lists.read(concept, goOn));
      const called = listOf(named(leaf, lists, goOn));
      const complete = found.complete && called.complete;
      if (called.positions.length === 0) return { ...found, complete };
      return { positions: unionOf([found.positions, called.positions], columns.count), complete };
    });
  }

  /** Adds to the scores of the articles that are called as a word or phrase says: they are what it asks for. */
  scoreNames(leaves: readonly Leaf[], columns: Columns, scores: Float64Array, goOn: GoOn): void {
    const { lists } = this.#of(columns);
    for (const leaf of leaves)
      for (const position of listOf(named(leaf, lists, goOn)).positions)
        scores[position] = (scores[position] ?? 0) + nameScore;
  }

  /** Whether all that a tree stands for is looked for: a beginning stands for the commonest words alone. */
  looksForAll(node: TextNode, columns: Columns): boolean {
    const { vocabulary } = this.#of(columns);
    return wantedLeaves(node).every(
      (leaf) => !isBeginning(leaf) || vocabulary.beginningWith(leaf.text).complete,
    );
  }

  /** Tags of the languages that articles are in. */
  languages(columns: Columns): readonly string[] {
    return this.#of(columns).vocabulary.languages;
  }

  /** How well every article matches some words and phrases. The scores are good until the next are asked for. */
  score(leaves: readonly Leaf[], columns: Columns, goOn: GoOn): Scores {
    const { lists, vocabulary, scores } = this.#of(columns);
    const complete = scoreTexts(leaves, lists, vocabulary, columns, scores, goOn);
    return { scores, complete };
  }

  /** A list with those first of its best in which what was typed stands closest; undefined when there was no time. */
  bringClosestFirst(
    ranked: Ranked,
    leaves: readonly Leaf[],
    columns: Columns,
    goOn: GoOn,
  ): Ranked | undefined {
    return rankCloseness(ranked, leaves, { ...this.#of(columns), postings: this.#postings }, goOn);
  }

  /** The words of the generation that the columns belong to. */
  #of(columns: Columns): Generation {
    this.#postings.refresh();
    if (this.#generation?.columns !== columns) {
      const vocabulary = new Vocabulary(this.#terms, columns);
      const lists = new TermLists(this.#postings, vocabulary, columns, this.room);
      const scores = new Float64Array(columns.count);
      this.#generation = { columns, vocabulary, lists, scores };
    }
    return this.#generation;
  }

  #match(expression: string, columns: Columns, goOn: GoOn): TextMatches {
    this.#length = 0;
    this.#goOn = goOn;
    let complete = true;
    try {
      this.#statement.get(expression);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      complete = false;
    }
    return { positions: positionsOf(this.#found.subarray(0, this.#length), columns), complete };
  }

  #take(row: number): void {
    const index = this.#length;
    if (index % stride === 0) {
      if (!this.#goOn()) throw new OutOfTime();
      if (index >= this.#found.length) {
        const bytes = 2 * index * this.#found.BYTES_PER_ELEMENT;
        this.#found = new Float64Array(this.#found.buffer.transfer(bytes));
      }
    }
    this.#found[index] = row;
    this.#length++;
  }
}

function listOf(list: TermList | undefined): TextMatches {
  return { positions: list?.positions ?? new Uint32Array(0), complete: list !== undefined };
}

/** The articles that are called as a word or phrase says. */
function named({ text, field }: Leaf, lists: TermLists, goOn: GoOn): TermList | undefined {
  if (field !== undefined)
    return { positions: new Uint32Array(0), frequencies: new Uint16Array(0) };
  return lists.read({ terms: [nameToken(text.replaceAll(" ", ""))], forms: [] }, goOn);
}

/** What a word stands for whose articles are read from its lists, in a third of FTS5's time. */
function plainWord({ type, text, ...leaf }: Leaf, vocabulary: Vocabulary): Concept | undefined {
  if (type !== "word" || leaf.field !== undefined) return undefined;
  if (text.includes(" ") || unspaced.test(text)) return undefined;
  if ("prefix" in leaf && leaf.prefix)
    return { terms: vocabulary.beginningWith(text).terms, forms: [] };
  return { terms: [text], forms: vocabulary.forms(text) };
}

/** Whether a leaf is the beginning of a word, told by the words that there are. */
function isBeginning(leaf: Leaf): boolean {
  return (
    leaf.type === "word" && leaf.prefix && !leaf.text.includes(" ") && !unspaced.test(leaf.text)
  );
}
