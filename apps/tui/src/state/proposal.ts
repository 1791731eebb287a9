/** Something that may stand in place of a part of what is typed. */
export type Proposal = {
  /** Start and end (exclusive) of what it replaces, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it is, in a sentence. Absent where the text says it all. */
  readonly description?: string;
};
