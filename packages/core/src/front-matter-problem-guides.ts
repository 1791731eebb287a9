/** What the problems of front matter and its fields mean, by code: see `ProblemExplanation`. */
export const frontMatterProblemGuides = {
  "front-matter-broken": {
    meaning:
      "A line breaks the rules of YAML, TOML or JSON, most often by a bracket or a quotation mark that is not closed.",
    example: { "article.md": "---\ntitle: [A bridge opens\n---\nIt opened on Monday.\n" },
    mended: { "article.md": '---\ntitle: "[A bridge opens"\n---\nIt opened on Monday.\n' },
  },
  "front-matter-unclosed": {
    meaning:
      "The front matter is opened by a fence that is never closed, so that nothing tells where the text begins.",
    example: { "article.md": "---\ntitle: A bridge opens\n\nIt opened on Monday.\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\n\nIt opened on Monday.\n" },
  },
  "front-matter-language": {
    meaning:
      "A word after the fence names a language that is not read. JavaScript would be run by some tools; here nothing in an article ever is.",
    example: { "article.md": '---js\n{ title: "A bridge" }\n---\nIt opened on Monday.\n' },
    mended: { "article.md": "---\ntitle: A bridge\n---\nIt opened on Monday.\n" },
  },
  "front-matter-too-long": {
    meaning:
      "The front matter is longer than 64 KiB, or its values are nested more deeply than a person writes them. Text belongs below the fence.",
  },
  "front-matter-no-fields": {
    meaning:
      "A file may begin with a line of hyphens that is meant as a rule, not as a fence. What stands below it has no names and values.",
    example: { "article.md": "---\nA bridge opens\n---\nIt opened on Monday.\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "front-matter-not-first": {
    meaning: "Most tools look for front matter on the first line only, and print it as text here.",
    example: { "article.md": "\n---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "key-duplicate": {
    meaning:
      "A name stands twice. Some tools take the first value, some the last, and some refuse the whole file.",
    example: {
      "article.md":
        "---\ntitle: A bridge opens\ntitle: A bridge is opened\n---\nIt opened on Monday.\n",
    },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "value-unusable": {
    meaning:
      "The field is known, but holds something of another kind: named values, or an empty list, where a text is meant.",
    example: {
      "article.md": "---\ntitle:\n  long: A bridge opens\n---\nIt opened on Monday.\n",
    },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "value-too-long": {
    meaning:
      "A value that lists show on a line is longer than any line; most often a quotation mark was forgotten, or the text itself stands in the field.",
  },
  "url-unsafe": {
    meaning:
      "A link or picture has a scheme that could run code or open a file of the reader’s own machine, or leads out of the archive.",
    example: { "article.md": "# A bridge opens\n\n[Read on](javascript:steal).\n" },
    mended: { "article.md": "# A bridge opens\n\n[Read on](https://example.com/).\n" },
  },
  "code-unusable": {
    meaning: "The article’s code is made of signs alone, so that no address can be made of it.",
    example: { "article.md": '---\ncode: "!!"\n---\nThe bridge opened.\n' },
    mended: { "article.md": "---\ncode: B-12\n---\nThe bridge opened.\n" },
  },
  "code-changed": {
    meaning:
      "The article’s code holds spaces, slashes or other signs that an address cannot hold; its id is made without them.",
    example: { "article.md": "---\ncode: B/12 a\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ncode: B-12-a\n---\nThe bridge opened.\n" },
  },
  "id-duplicate": {
    meaning:
      "Two files have the same code, or paths that make the same id: an article was copied, or a code was given twice.",
    example: {
      "a.md": "---\ncode: B-12\n---\nThe bridge opened.\n",
      "b.md": "---\ncode: B-12\n---\nThe ferry stopped.\n",
    },
    mended: {
      "a.md": "---\ncode: B-12\n---\nThe bridge opened.\n",
      "b.md": "---\ncode: B-13\n---\nThe ferry stopped.\n",
    },
  },
} as const;
