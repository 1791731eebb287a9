/**
 * How much a problem matters.
 *
 * - `error`: something that was written could not be read.
 * - `warning`: it was read, but perhaps not as its author meant.
 * - `note`: nothing is lost; worth knowing.
 */
export type Severity = "error" | "warning" | "note";

/** One kind of problem: how much it matters, and its sentences. */
export type ProblemKind = {
  readonly severity: Severity;
  /** What is wrong, as a sentence; `{value}` stands for what was seen there. */
  readonly message: string;
  /** What we did about it, as a sentence. */
  readonly action: string;
  /** How to mend it, as a sentence. */
  readonly remedy: string;
};

/** The kinds of problem that an article can have, by code. Codes are stable; wordings are not. */
export const problemKinds = {
  "front-matter-broken": {
    severity: "error",
    message: "The front matter cannot be read here: {value}.",
    action:
      "The other fields and the text are kept; this one is kept as it was written, if it has a name.",
    remedy: "Put the value in quotation marks, or mend the line.",
  },
  "front-matter-unclosed": {
    severity: "warning",
    message: "The front matter has no closing line.",
    action: "It is read up to the first blank line.",
    remedy: "Close it with the line that opened it.",
  },
  "front-matter-language": {
    severity: "error",
    message: "The front matter is written in a language that is not read: {value}.",
    action: "Nothing of it is run or read; the text after it is kept.",
    remedy: "Write it as YAML, TOML or JSON.",
  },
  "front-matter-too-long": {
    severity: "warning",
    message: "The front matter is too long: {value}.",
    action: "Only lines that are a name and a value are read.",
    remedy: "Move text into the body.",
  },
  "front-matter-no-fields": {
    severity: "note",
    message: "What stands between the first two fences are no fields.",
    action: "It is read as part of the text.",
    remedy: "Write a name, a colon and a value on each line if fields are meant.",
  },
  "front-matter-not-first": {
    severity: "note",
    message: "Blank lines stand before the front matter.",
    action: "It is read all the same.",
    remedy: "Remove them; other tools will take the front matter for text.",
  },
  "key-duplicate": {
    severity: "warning",
    message: "The front matter names a field twice: {value}.",
    action: "The first value holds.",
    remedy: "Remove one of the two.",
  },
  "value-unusable": {
    severity: "warning",
    message: "A field has a value that it cannot have: {value}.",
    action: "The field is taken as not given.",
    remedy: "Write one line of text, or a list of such.",
  },
  "value-too-long": {
    severity: "warning",
    message: "A field is too long for one line: {value}.",
    action: "Only its first part is kept.",
    remedy: "Move text into the body.",
  },
  "extra-invalid": {
    severity: "warning",
    message: "A field beyond those of every article is not as it should be: {value}.",
    action: "It is kept as it was written.",
    remedy: "Write what the program that reads these articles expects.",
  },
  "headline-missing": {
    severity: "warning",
    message: "There is neither a title nor text to take one from.",
    action: "It is listed by the name of its file.",
    remedy: "Give it a title.",
  },
  "headline-markup": {
    severity: "note",
    message: "The title or description holds HTML: {value}.",
    action: "Formatting is left out, and everything else is shown as it was written.",
    remedy: "Write it as plain text.",
  },
  "text-missing": {
    severity: "warning",
    message: "There is no text.",
    action: "The article is listed without it.",
    remedy: "Write the text, or remove the file.",
  },
  "description-repeats-headline": {
    severity: "note",
    message: "The description repeats the headline.",
    action: "It is kept; lists and readers show the first paragraph instead.",
    remedy: "Say in it what the headline does not, or remove it.",
  },
  "date-unreadable": {
    severity: "warning",
    message: "The date cannot be read: {value}.",
    action: "It is not used.",
    remedy: "Write it as 2024-11-26 or 2024-11-26T13:41:57Z.",
  },
  "date-impossible": {
    severity: "warning",
    message: "There is no such date: {value}.",
    action: "It is not used; no other day is guessed.",
    remedy: "Write the date that is meant, as 2024-11-26.",
  },
  "date-ambiguous": {
    severity: "warning",
    message: "The date can be read in two ways: {value}.",
    action: "It is not used; nothing is guessed.",
    remedy: "Write it as 2024-11-26.",
  },
  "date-weekday": {
    severity: "warning",
    message: "The day of the week does not belong to the date: {value}.",
    action: "The date holds.",
    remedy: "Correct the day or the date.",
  },
  "date-offset": {
    severity: "warning",
    message: "No time zone is so far from UTC: {value}.",
    action: "The day holds, without the time.",
    remedy: "Write the offset of the zone, such as +07:00, or Z.",
  },
  "date-differs": {
    severity: "note",
    message: "The date is not that of the file’s path: {value}.",
    action: "The date in the front matter holds.",
    remedy: "Correct the date, or rename the file.",
  },
  "language-unknown": {
    severity: "warning",
    message: "This is no language that is known: {value}.",
    action: "The language is worked out from the text.",
    remedy: "Write a tag such as en, km or zh-Hant.",
  },
  "language-informal": {
    severity: "note",
    message: "The language is named in a way that few tools know: {value}.",
    action: "The tag that is meant is used.",
    remedy: "Write a tag such as en, km or zh-Hant.",
  },
  "language-contradicted": {
    severity: "warning",
    message: "The text is not in the language that is given: {value}.",
    action: "The language as given holds.",
    remedy: "Give the language of the text.",
  },
  "url-unsafe": {
    severity: "warning",
    message: "This address is not followed: {value}.",
    action: "Its text is kept, without the address.",
    remedy: "Use http, https or mailto, or a path inside the archive.",
  },
  "script-dropped": {
    severity: "note",
    message: "The text holds a script, a style or an embedded page: {value}.",
    action: "It is left out.",
    remedy: "Nothing, if the article reads well without it.",
  },
  "template-left-out": {
    severity: "note",
    message: "The text holds a tag that only the site's own program can fill in: {value}.",
    action: "It is left out.",
    remedy: "Nothing, if the article reads well without it.",
  },
  "nesting-too-deep": {
    severity: "warning",
    message: "Lists or quotations are nested too deeply.",
    action: "The text is shown without its formatting, line by line.",
    remedy: "Use fewer levels.",
  },
  "code-unusable": {
    severity: "warning",
    message: "The code holds no letter or digit: {value}.",
    action: "The article is known by its path.",
    remedy: "Give a code of letters, digits and hyphens, or none.",
  },
  "code-changed": {
    severity: "note",
    message: "The code holds characters that an address cannot hold: {value}.",
    action: "Hyphens take their place in the article’s id.",
    remedy: "Use letters, digits and hyphens.",
  },
  "id-duplicate": {
    severity: "warning",
    message: "Another article has the same id: {value}.",
    action: "The first in order of paths keeps it; this one has a part of its path’s hash added.",
    remedy: "Give each article a code of its own, or remove one of the two.",
  },
} as const;
