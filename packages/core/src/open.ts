// Opens archives, and no more: the parsers of articles are left to the worker that reads them.

export { openArchive, type OpenOptions } from "./open-archive.ts";
