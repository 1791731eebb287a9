/** What the problems of folders, files and `broadsheet.json` mean, by code: see `ProblemExplanation`. */
export const fileProblemGuides = {
  "folder-unreadable": {
    meaning:
      "A folder inside the archive may not be looked into, or its disk fails. What is indexed of it from earlier stays.",
  },
  "file-unreadable": {
    meaning:
      "The file is there, but may not be opened, is no regular file, or is a link that leads out of the archive.",
  },
  "file-vanished": {
    meaning:
      "The file was moved, renamed or removed between the moment it was found and the moment it was to be read.",
  },
  "file-too-large": {
    meaning:
      "No article is 8 MiB long: it is probably data, a log or many articles in one file. What lies beyond is neither shown nor searched.",
  },
  "file-name-unsafe": {
    meaning:
      "The name holds control characters or marks that turn the direction of text, so that a list of files could show something else than what is there; or it was written in an older encoding, which other programs cannot open.",
  },
  "link-outside": {
    meaning:
      "A symbolic link leads to a place outside the archive’s folder, or to nothing. Following it could publish files that nobody meant to.",
  },
  "not-utf8": {
    meaning:
      "The file is in an older encoding such as Windows-1252, or was damaged. Guessing an encoding would turn names into other names without anyone seeing it.",
  },
  utf16: {
    meaning: "The file begins with the byte order mark of UTF-16, as Windows editors write it.",
  },
  "control-characters": {
    meaning:
      "Escape sequences, bidi controls and other invisible characters can recolour a terminal, hide words or turn their order. They come with copied text, or with bad intent.",
    example: { "article.md": "# A bridge opens\n\nIt \u001b[31mopened on Monday.\n" },
    mended: { "article.md": "# A bridge opens\n\nIt opened on Monday.\n" },
  },
  "line-separators": {
    meaning:
      "U+0085, U+2028 or U+2029 divide lines for some programs and not for others; they come with text copied from web pages and word processors.",
    example: { "article.md": "# A bridge opens\n\nIt opened\u2028on Monday.\n" },
    mended: { "article.md": "# A bridge opens\n\nIt opened on Monday.\n" },
  },
  "settings-unreadable": {
    meaning:
      "broadsheet.json may not be opened, is no regular file, is larger than 64 KiB, or is a link that leads out of the archive.",
  },
  "settings-broken": {
    meaning:
      "A comma, quotation mark or brace is missing or one too many; JSON allows no comments and no comma after the last entry.",
    example: { "broadsheet.json": '{ "name": "The River Gazette", }\n' },
    mended: { "broadsheet.json": '{ "name": "The River Gazette" }\n' },
  },
  "settings-value": {
    meaning:
      "The setting is known, but its value means nothing: a time zone that is not in the IANA list, a language that is no tag, an address that is not one of the web, a pattern with signs that have no meaning here, a list where a text is meant.",
    example: { "broadsheet.json": '{ "timeZone": "Phnom Penh" }\n' },
    mended: { "broadsheet.json": '{ "timeZone": "Asia/Phnom_Penh" }\n' },
  },
  "settings-unknown": {
    meaning: "The name of a setting is misspelt, or belongs to another program or version.",
    example: { "broadsheet.json": '{ "timezone": "Asia/Phnom_Penh" }\n' },
    mended: { "broadsheet.json": '{ "timeZone": "Asia/Phnom_Penh" }\n' },
  },
} as const;
