/** Changes whenever a table below does. It is part of the index's file name. */
export const schemaVersion = 1;

/**
 * Changes whenever the same text would be divided into other words than before (`text/words.ts`,
 * `text/fold.ts`). It is part of the index's file name, like the version of ICU.
 */
export const analyzerVersion = 1;

/**
 * The tables. A row of `articles` is a file; `sort_key` orders articles by date, then by id backwards, and
 * is the row's number in `words`. It is null for all articles or for none (`sort-keys.ts`).
 *
 * `words` keeps no text: the files do. Its tokenizer is given words that are folded already, so it only
 * has to keep marks and letters of all scripts together.
 */
export const schema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    wanted_id TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    changed_ms REAL NOT NULL,
    inode REAL NOT NULL,
    start_ms REAL,
    end_ms REAL,
    period INTEGER NOT NULL,
    section TEXT,
    section_label TEXT,
    language TEXT,
    draft INTEGER NOT NULL,
    sort_key INTEGER,
    searchable INTEGER NOT NULL,
    summary TEXT NOT NULL
  ) STRICT;
  CREATE INDEX articles_by_id ON articles (id);
  CREATE INDEX articles_by_wanted_id ON articles (wanted_id, path);
  CREATE INDEX articles_by_date ON articles (start_ms, id DESC);
  CREATE UNIQUE INDEX articles_by_sort_key ON articles (sort_key);
  CREATE INDEX articles_unsearchable ON articles (start_ms, id DESC) WHERE searchable = 0;
  CREATE TABLE problems (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    of_folder INTEGER NOT NULL,
    problem TEXT NOT NULL
  ) STRICT;
  CREATE INDEX problems_by_severity ON problems (severity);
  CREATE INDEX problems_by_path ON problems (path, number);
  CREATE VIRTUAL TABLE words USING fts5 (
    headline, description, keywords, body,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
  );
`;
