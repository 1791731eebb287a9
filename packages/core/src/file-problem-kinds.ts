/** The kinds of problem that a folder, a file and `broadsheet.json` can have, by code. */
export const fileProblemKinds = {
  "folder-unreadable": {
    severity: "error",
    message: "The folder cannot be read: {value}.",
    action: "The articles in it are not listed.",
    remedy: "Give the user who runs Broadsheet permission to read it.",
  },
  "file-unreadable": {
    severity: "error",
    message: "The file cannot be read: {value}.",
    action: "It is listed by its name, without text.",
    remedy: "Give the user who runs Broadsheet permission to read it, or remove it.",
  },
  "file-vanished": {
    severity: "warning",
    message: "The file was gone when it was to be read.",
    action: "It is listed by its name, without text, until the next check.",
    remedy: "Nothing, if it was moved or removed on purpose.",
  },
  "file-too-large": {
    severity: "warning",
    message: "The file is too large for an article: {value}.",
    action: "Only its first part is read.",
    remedy: "Divide it into several articles.",
  },
  "file-name-unsafe": {
    severity: "warning",
    message:
      "The name is not UTF-8, or holds characters that steer a terminal or hide text: {value}.",
    action: "It is listed under its name without them, with \ufffd for bytes that are no text.",
    remedy: "Rename it.",
  },
  "link-outside": {
    severity: "warning",
    message: "The link leads out of the archive or to nothing: {value}.",
    action: "It is not followed.",
    remedy: "Copy the files into the archive, or remove the link.",
  },
  "not-utf8": {
    severity: "warning",
    message: "The file is not UTF-8 here: byte {value}.",
    action: "Each byte that cannot be read is shown as \ufffd.",
    remedy: "Save the file as UTF-8.",
  },
  utf16: {
    severity: "note",
    message: "The file is UTF-16.",
    action: "It is read as such.",
    remedy: "Save it as UTF-8; other tools will not read it.",
  },
  "control-characters": {
    severity: "warning",
    message: "The text holds characters that steer a terminal or hide or turn text: {value}.",
    action: "They are left out.",
    remedy: "Remove them; the line and column are those of the first.",
  },
  "line-separators": {
    severity: "note",
    message: "The text holds line ends that most editors do not show: {value}.",
    action: "They are read as spaces, so that line numbers agree with those of editors.",
    remedy: "Put spaces or ordinary line ends in their place.",
  },
  "settings-unreadable": {
    severity: "error",
    message: "broadsheet.json cannot be read: {value}.",
    action: "The archive is read with the settings that hold without it.",
    remedy: "Give the user who runs Broadsheet permission to read it, or remove it.",
  },
  "settings-broken": {
    severity: "error",
    message: "broadsheet.json is not valid JSON: {value}.",
    action: "The archive is read with the settings that hold without it.",
    remedy: "Mend it at the line and column named.",
  },
  "settings-value": {
    severity: "warning",
    message: "A setting has a value that cannot be used: {value}.",
    action: "What holds without it is used.",
    remedy:
      "Give texts as texts, a language such as km, a time zone such as Asia/Phnom_Penh, whole addresses of the web, patterns of paths with *, ** and ? alone, and names of fields as lists.",
  },
  "settings-unknown": {
    severity: "warning",
    message: "There is no setting called {value}.",
    action: "It is passed over.",
    remedy:
      "Use name, language, timeZone, publisher, baseUrl, license, include, ignore or fields, and in fields the names of an article’s fields, or remove it.",
  },
} as const;
