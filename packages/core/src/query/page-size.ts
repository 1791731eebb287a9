/** Most hits in one page: what a reader or a program can use at once, and about 10 ms of summaries. */
export const maxPageSize = 500;

/** Hits in a page when nobody asks for another number. */
export const defaultPageSize = 20;
