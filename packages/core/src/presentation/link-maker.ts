/** How a front end addresses what it serves. The terminal has none, and its JSON no links. */
export type LinkMaker = {
  /** The address of the article with this id. */
  readonly article: (id: string) => string;
  /** The address of this list from a cursor on; of its first page without one. */
  readonly list: (cursor?: string) => string;
};
