import type { Archive } from "@broadsheet/core";

/** Times that questions are asked again because the archive changed between them. */
const attempts = 3;

/** What was answered, and the archive's generation all the while. */
export type OneGeneration<Answer> = {
  readonly answer: Answer;
  /** Absent when the archive went on changing: the answer may then mix two states. */
  readonly generation: string | undefined;
};

/** Asks an archive several things, or one that does not say to which state it belongs, within one generation. */
export async function withinGeneration<Answer>(
  archive: Archive,
  ask: () => Promise<Answer>,
): Promise<OneGeneration<Answer>> {
  let { generation } = await archive.status();
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    const { generation: after } = await archive.status();
    if (after === generation) return { answer, generation };
    if (attempt === attempts) return { answer, generation: undefined };
    generation = after;
  }
}
