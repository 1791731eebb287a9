/** What each command is called: in the help, shorter in the foot, and shorter still where that is narrow. */
export const commandWords = {
  read: { title: "Read the selected article", foot: "read" },
  search: { title: "Search", foot: "search" },
  filters: { title: "Choose sections, languages, years and months", foot: "filters" },
  sections: { title: "Choose sections", foot: "sections" },
  languages: { title: "Choose languages", foot: "languages" },
  years: { title: "Choose a year", foot: "years" },
  months: { title: "Choose a month of the year that is chosen", foot: "months" },
  widen: { title: "Show all articles again", foot: "clear" },
  order: { title: "Change the order", foot: "order" },
  down: { title: "Down", foot: "down" },
  up: { title: "Up", foot: "up" },
  pageDown: { title: "A page down", foot: "page" },
  pageUp: { title: "A page up", foot: "page up" },
  first: { title: "To the first", foot: "first" },
  last: { title: "To the last", foot: "last" },
  problems: { title: "See what is wrong with the files", foot: "problems" },
  find: { title: "Find in this article", foot: "find" },
  findDone: { title: "To what was found", foot: "go on" },
  findClear: { title: "Look for nothing any more", foot: "clear" },
  links: {
    title: "List the links and the related articles",
    foot: "links, related",
    short: "related",
  },
  follow: {
    title: "Follow the link (or type its number); copy an address of the web",
    foot: "follow",
  },
  otherLeads: { title: "To the related articles, or from them to the links", foot: "related" },
  linksDone: { title: "Back to the article", foot: "back" },
  goBack: { title: "Back to the article one came from, or to the list", foot: "back" },
  goForward: { title: "Forward again", foot: "forward" },
  edit: { title: "Open the file in your editor ($EDITOR)", foot: "edit" },
  copyLink: { title: "Copy the address of the article", foot: "copy link" },
  quit: { title: "Leave Broadsheet", foot: "quit" },
  searchDone: { title: "Back to the list, the search stays", foot: "to the list" },
  accept: { title: "Take what is proposed; without a proposal, to the list", foot: "take it" },
  searchClear: { title: "Clear the search", foot: "clear" },
  erase: { title: "Erase a character", foot: "erase" },
  delete: { title: "Erase the next character", foot: "delete" },
  eraseWord: { title: "Erase a word", foot: "erase word" },
  eraseLine: { title: "Erase everything before the cursor", foot: "erase all" },
  left: { title: "A character left", foot: "left" },
  right: { title: "A character right", foot: "right" },
  wordLeft: { title: "A word left", foot: "word left" },
  wordRight: { title: "A word right", foot: "word right" },
  lineStart: { title: "To the start of the search", foot: "start" },
  lineEnd: { title: "To the end of the search", foot: "end" },
  choose: { title: "Put the filter on or take it off", foot: "choose" },
  filtersDone: { title: "Back to the list", foot: "list" },
  back: { title: "Back to the list", foot: "list" },
  next: { title: "Next article", foot: "next" },
  previous: { title: "Previous article", foot: "previous" },
  nextMatch: { title: "To what is searched for, further on", foot: "match" },
  lastMatch: { title: "To what is searched for, further back", foot: "match before" },
  lineDown: { title: "A line down", foot: "down" },
  lineUp: { title: "A line up", foot: "up" },
  start: { title: "To the start", foot: "start" },
  end: { title: "To the end", foot: "end" },
  sidewaysRight: { title: "To what stands further right in wide code", foot: "see right" },
  sidewaysLeft: { title: "Back to the left of wide code", foot: "see left" },
  wider: { title: "Text in more columns", foot: "wider" },
  narrower: { title: "Text in fewer columns", foot: "narrower" },
  help: { title: "Help", foot: "help" },
  helpDone: { title: "Close the help", foot: "close" },
  refresh: { title: "Look for changed files", foot: "refresh" },
  redraw: { title: "Draw the screen again", foot: "redraw" },
  suspend: { title: "Back to the shell for a while (fg returns)", foot: "suspend" },
  stop: { title: "Leave Broadsheet at once", foot: "leave" },
} as const;

/** The name of a command. */
export type CommandName = keyof typeof commandWords;

const keyWords: Readonly<Record<string, string>> = {
  enter: "Enter",
  escape: "Esc",
  tab: "Tab",
  space: "Space",
  backspace: "Backspace",
  delete: "Del",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  home: "Home",
  end: "End",
  pageup: "PgUp",
  pagedown: "PgDn",
};

/** A key as it is written in the help and the manual: `Ctrl-C`, `PgDn`, `j`; `f s` is one after the other. */
export function keyWord(keys: string): string {
  return keys.split(" ").map(oneKeyWord).join(" ");
}

function oneKeyWord(name: string): string {
  const parts = name.split(/\+(?=.)/);
  const key = parts.at(-1) ?? name;
  const modifiers = parts.slice(0, -1).map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  const word =
    keyWords[key] ?? (modifiers.length > 0 || /^f\d+$/.test(key) ? key.toUpperCase() : key);
  return [...modifiers, word].join("-");
}
