/** Changes whenever a table below does. It is part of the index's file name. */
export const schemaVersion = 8;

/**
 * Changes whenever the same text would be divided into other words than before or stems (`text/words.ts`,
 * `text/pairs.ts`, `text/fold.ts`, `text/stem.ts`). It is part of the index's file name, like the version of ICU.
 */
export const analyzerVersion = 3;

/** Fields whose values are kept as numbers of sets, each in a column of its name. */
export const storedFields: readonly [
  "section",
  "lang",
  "tag",
  "author",
  "source",
  "inferred",
  "problem",
] = ["section", "lang", "tag", "author", "source", "inferred", "problem"];

/** A field whose values are kept as a number. */
export type StoredField = (typeof storedFields)[number];

/** What an article is or has, as bits of the column `flags`. */
export const flags: { readonly draft: 1; readonly image: 2 } = { draft: 1, image: 2 };

/** The number that the write under way will have, in SQL. */
export const thisWrite: string = "(SELECT value + 1 FROM meta WHERE name = 'sequence')";

/** Bytes of words that are kept in memory before they are written, so that a transaction writes them once. */
const hashBytes = 8 * 2 ** 20;

/** Forgets what was said of the folder of a file. */
const forgetFolder = (row: "old" | "new"): string => `
  DELETE FROM folders WHERE path = rtrim(rtrim(${row}.path, replace(${row}.path, '/', '')), '/');`;

/** Notes what an article was until the write under way, whose hour is in `meta`. */
const noteRemoval = `
  INSERT INTO removals (id, row, sequence, flags, start_ms, removed_ms)
  SELECT old.id, old.row, sequence.value + 1, old.flags, old.start_ms, written.value
  FROM meta AS sequence, meta AS written
  WHERE sequence.name = 'sequence' AND written.name = 'written_ms';`;

/**
 * The tables. A row of `articles` is a file; `sort_key` orders articles by date, then by id backwards, and
 * is the row's number in `words`. It is null for all articles or for none (`sort-keys.ts`).
 *
 * Values of a field are numbered from 1 in `field_values`, each spelling of a key for itself, and sets of them
 * in `value_sets`; 0 is the empty set. Both only grow, so that a reader reads what is new. An article has one
 * number for each field: its authors, keywords and problems cost a few bytes, however many they are.
 *
 * `words` keeps no text: the files do. Its tokenizer is given words that are folded already, so it only
 * has to take them apart at the spaces: to `ascii` all but ASCII is of a word, and it is the quickest. Its last
 * column has the language whose stems the article's words have, and what the article is called
 * (`article-names.ts`); `length` in `articles` is how many words these
 * are. Its segments are merged when there is time (`merge-words.ts`), never while a change is written, which
 * would then take a hundred times as long.
 *
 * `changed_at` is the number of the write that last put an article. `removals` has the ids that after a write no
 * article had any more, or one that may be seen by fewer: a draft, or dated later than before. What an article
 * was until then, and when that was, tells whether it was ever seen. The oldest are forgotten
 * (`forget-removals.ts`).
 *
 * `articles_stamps` has all that a look at the files compares: to go through the rows takes five times as long.
 * `folders` has what tells the files in a folder from all others, as long as that is so: of a folder whose files are
 * still the same no row is read.
 *
 * `meta` counts articles, and problems by their severity: to count rows takes 70 ms for a million.
 *
 * `terms` has every word and in how many articles it was when they were put: since `words` forgets what it
 * held, an article that is changed counts anew, and one that is gone still counts, until the words are counted
 * again (`recount-words.ts`). `forms` has the words of a language that are not their own stem.
 */
export const schema: string = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  INSERT INTO meta (name, value) VALUES
    ('sequence', 0), ('written_ms', 0), ('articles', 0), ('error', 0), ('warning', 0), ('note', 0);
  CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    wanted_id TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    changed_ms REAL NOT NULL,
    inode REAL NOT NULL,
    digest TEXT,
    start_ms REAL,
    end_ms REAL,
    period INTEGER NOT NULL,
    ${storedFields.map((field) => `${field} INTEGER NOT NULL`).join(", ")},
    flags INTEGER NOT NULL,
    sort_key INTEGER,
    searchable INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    length INTEGER NOT NULL DEFAULT 0,
    summary TEXT NOT NULL
  ) STRICT;
  CREATE INDEX articles_stamps ON articles (path, size, modified_ms, changed_ms, inode);
  CREATE INDEX articles_by_id ON articles (id);
  CREATE INDEX articles_by_wanted_id ON articles (wanted_id, path);
  CREATE INDEX articles_by_date ON articles (start_ms, id DESC);
  CREATE UNIQUE INDEX articles_by_sort_key ON articles (sort_key);
  CREATE INDEX articles_by_change ON articles (changed_at);
  CREATE INDEX articles_unsearchable ON articles (start_ms, id DESC) WHERE searchable = 0;
  CREATE INDEX articles_drafts ON articles (start_ms) WHERE flags & ${flags.draft};
  CREATE TABLE removals (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    row INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    start_ms REAL,
    removed_ms REAL NOT NULL
  ) STRICT;
  CREATE INDEX removals_by_sequence ON removals (sequence);
  CREATE INDEX removals_by_id ON removals (id);
  CREATE TABLE folders (path TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    UPDATE meta SET value = value + 1 WHERE name = 'articles';
    ${forgetFolder("new")}
  END;
  CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
    UPDATE meta SET value = value - 1 WHERE name = 'articles';
    ${noteRemoval}
    ${forgetFolder("old")}
  END;
  CREATE TRIGGER article_stamped AFTER UPDATE OF size, modified_ms, changed_ms, inode ON articles BEGIN
    ${forgetFolder("new")}
  END;
  CREATE TRIGGER article_hidden AFTER UPDATE OF id, flags, start_ms ON articles
  WHEN old.id <> new.id OR old.flags & ${flags.draft} < new.flags & ${flags.draft}
    OR ifnull(old.start_ms, -1e999) < ifnull(new.start_ms, -1e999)
  BEGIN ${noteRemoval} END;
  CREATE TABLE field_values (
    field TEXT NOT NULL,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (field, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX field_values_by_label ON field_values (field, label, key);
  CREATE TABLE value_sets (
    field TEXT NOT NULL,
    number INTEGER NOT NULL,
    members TEXT NOT NULL,
    PRIMARY KEY (field, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX value_sets_by_members ON value_sets (field, members);
  CREATE TABLE problems (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    of_folder INTEGER NOT NULL,
    problem TEXT NOT NULL
  ) STRICT;
  CREATE INDEX problems_of_folders ON problems (path, number) WHERE of_folder = 1;
  CREATE INDEX problems_by_severity ON problems (severity);
  CREATE TRIGGER problem_added AFTER INSERT ON problems BEGIN
    UPDATE meta SET value = value + 1 WHERE name = new.severity;
  END;
  CREATE TRIGGER problem_removed AFTER DELETE ON problems BEGIN
    UPDATE meta SET value = value - 1 WHERE name = old.severity;
  END;
  CREATE INDEX problems_by_path ON problems (path, number);
  CREATE VIRTUAL TABLE words USING fts5 (
    headline, description, keywords, body, marks,
    content = '', contentless_delete = 1,
    tokenize = "ascii"
  );
  INSERT INTO words (words, rank) VALUES ('automerge', 0), ('hashsize', ${hashBytes});
  CREATE TABLE terms (term TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE forms (
    language TEXT NOT NULL, stem TEXT NOT NULL, term TEXT NOT NULL,
    PRIMARY KEY (language, stem, term)
  ) STRICT, WITHOUT ROWID;
`;
