import type { Archive } from "@broadsheet/core";
import { AnswerStore } from "./answer-store.ts";
import { watchArchive, type ArchiveWatch } from "./archive-watch.ts";
import { giveKept, type GiveKept } from "./give-kept.ts";

/** The answers that are kept of an archive, and how they are given. */
export type KeptAnswers = {
  readonly store: AnswerStore;
  readonly watch: ArchiveWatch;
  readonly give: GiveKept;
};

/** Keeps the answers of one generation of an archive at a time. */
export function keepAnswers(archive: Archive, now: () => number): KeptAnswers {
  const store = new AnswerStore();
  const watch = watchArchive(archive, now, () => store.clear());
  return { store, watch, give: giveKept(store, watch, now) };
}
