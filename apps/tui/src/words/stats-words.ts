import { number } from "./numbers.ts";

/** The words of `broadsheet stats`. */
export const statsWords = {
  frontMatter: "Front matter",
  formats: {
    yaml: "YAML",
    toml: "TOML",
    json: "JSON",
    header: "lines without fences",
    none: "none",
  },

  fields: "Fields",
  fieldNames: {
    headline: "headline",
    description: "description",
    section: "section",
    datePublished: "date",
    dateModified: "date of change",
    author: "author",
    inLanguage: "language",
    keywords: "keywords",
    image: "image",
    originUrl: "origin",
  },
  /** What a field can be: given by the author, worked out from the text, not there. */
  standings: ["written", "inferred", "absent"],
  more: (values: number): string => `and ${number(values)} more; --json has all`,

  files: "Files",
  allFiles: "in the folder",
  articles: "articles",
  noEnding: "without an ending",
  otherEndings: (files: number): string => `${number(files)} others`,
  /** Why files were left out; `what` is an example, or how their names end. */
  leftOut: (reason: keyof typeof reasons, what: string): string => reasons[reason](what),
} as const;

const reasons = {
  ending: (endings: string): string => `of other kinds: ${endings}`,
  hidden: (example: string): string => `hidden, such as ${example}`,
  "about-the-folder": (example: string): string => `about the folder, such as ${example}`,
  template: (example: string): string => `empty forms, such as ${example}`,
  folder: (example: string): string => `in hidden folders and those of tools, such as ${example}`,
  ignored: (example: string): string => `ignored by broadsheet.json, such as ${example}`,
  "not-included": (example: string): string =>
    `not included by broadsheet.json, such as ${example}`,
  link: (example: string): string => `links that are not followed, such as ${example}`,
  special: (example: string): string => `that are no regular files, such as ${example}`,
} as const;
