/** What the problems of headlines, texts, dates and languages mean, by code: see `ProblemExplanation`. */
export const articleProblemGuides = {
  "extra-invalid": {
    meaning:
      "A program that reads the articles has given the library a validator for fields of its own, and that validator refuses what is written. Broadsheet’s own front ends have none.",
  },
  "headline-missing": {
    meaning: "There is no title, and no heading or sentence that could stand for one.",
    example: { "article.md": "---\ntags: bridges\n---\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "headline-markup": {
    meaning:
      "Content systems that write HTML into titles are not followed: a title is plain text everywhere.",
    example: { "article.md": "---\ntitle: A <b>bridge</b> opens\n---\nIt opened on Monday.\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "text-missing": {
    meaning: "The file has a headline, but nothing below it: a plan, or an export that went wrong.",
    example: { "article.md": "---\ntitle: A bridge opens\n---\n" },
    mended: { "article.md": "---\ntitle: A bridge opens\n---\nIt opened on Monday.\n" },
  },
  "description-repeats-headline": {
    meaning: "The description says the headline again, so that a list would say it twice.",
    example: {
      "article.md":
        "---\ntitle: A bridge opens\ndescription: A bridge opens.\n---\nIt opened on Monday.\n",
    },
    mended: {
      "article.md":
        "---\ntitle: A bridge opens\ndescription: Buses cross at noon.\n---\nIt opened on Monday.\n",
    },
  },
  "date-unreadable": {
    meaning: "What stands there is no date in any form that is known.",
    example: { "article.md": "---\ndate: next week\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ndate: 2024-11-26\n---\nThe bridge opened.\n" },
  },
  "date-impossible": {
    meaning:
      "The date has the form of one, but the calendar has no such day or the clock no such time. Many tools make another day of it without a word.",
    example: { "article.md": "---\ndate: 2024-02-31\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ndate: 2024-03-01\n---\nThe bridge opened.\n" },
  },
  "date-ambiguous": {
    meaning:
      "03/04/2024 is the 3rd of April for some and the 4th of March for others, and nothing in the file tells which. So it is with 2567, a year of these days in the Buddhist calendar, and 1446, one in the Islamic.",
    example: { "article.md": "---\ndate: 03/04/2024\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ndate: 2024-04-03\n---\nThe bridge opened.\n" },
  },
  "date-weekday": {
    meaning: "The day of the week and the date contradict each other: one of them is mistyped.",
    example: { "article.md": "---\ndate: Mon, 26 Nov 2024\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ndate: Tue, 26 Nov 2024\n---\nThe bridge opened.\n" },
  },
  "date-offset": {
    meaning: "Offsets from UTC go from −12:00 to +14:00; a larger one is mistyped.",
    example: { "article.md": "---\ndate: 2024-11-26T08:00:00+27:00\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\ndate: 2024-11-26T08:00:00+07:00\n---\nThe bridge opened.\n" },
  },
  "date-differs": {
    meaning:
      "The file’s name or folder says one day and the front matter another, more than two days away: the article was copied from another, or republished.",
    example: { "2024-10-26-bridge.md": "---\ndate: 2024-11-26\n---\nThe bridge opened.\n" },
    mended: { "2024-11-26-bridge.md": "---\ndate: 2024-11-26\n---\nThe bridge opened.\n" },
  },
  "language-unknown": {
    meaning: "What is given as the language is no tag, and no name of a language that is known.",
    example: { "article.md": "---\nlang: xx-unheard-of\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\nlang: en\n---\nThe bridge opened.\n" },
  },
  "language-informal": {
    meaning: "The language is given by its name, or by a word that is not its tag, such as cn.",
    example: { "article.md": "---\nlang: English\n---\nThe bridge opened.\n" },
    mended: { "article.md": "---\nlang: en\n---\nThe bridge opened.\n" },
  },
  "language-contradicted": {
    meaning:
      "The script or the commonest words of the text are those of another language: a translation kept the original’s front matter.",
    example: {
      "article.md":
        "---\nlang: fr\n---\nThe bridge was opened on Monday by the people who had waited for it. They said that it was the first that would hold in the rains, and that there would be buses from now on.\n",
    },
    mended: {
      "article.md":
        "---\nlang: en\n---\nThe bridge was opened on Monday by the people who had waited for it. They said that it was the first that would hold in the rains, and that there would be buses from now on.\n",
    },
  },
  "script-dropped": {
    meaning:
      "The text was exported from a web page with its scripts or styles. None is ever run or shown.",
    example: { "article.md": "# A bridge opens\n\nIt opened.\n\n<script>count()</script>\n" },
    mended: { "article.md": "# A bridge opens\n\nIt opened.\n" },
  },
  "template-left-out": {
    meaning:
      "The text was written for a program that makes a site, and asks it for something that is not in the file: another text, a video, a menu. Pictures, code and quotations that such tags hold are read.",
    example: { "article.md": "# A bridge opens\n\nIt opened.\n\n{% include map.html %}\n" },
    mended: { "article.md": "# A bridge opens\n\nIt opened.\n" },
  },
  "nesting-too-deep": {
    meaning:
      "Lists or quotations stand in each other more often than anybody reads. It comes from mails that were answered over and over, or from bad intent.",
    example: {
      "article.md":
        "# A bridge opens\n\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> It opened.\n",
    },
    mended: { "article.md": "# A bridge opens\n\n> It opened.\n" },
  },
} as const;
