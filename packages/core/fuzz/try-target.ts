import type { Target } from "./targets.ts";

/** Longest time that one call may take for an input of the greatest length, in milliseconds of CPU. */
export const maxCallMs = 100;

/** What came of one call. */
export type Trial = {
  readonly result: unknown;
  /** What is wrong; undefined when nothing is. */
  readonly fault: string | undefined;
  /** Wall time of the call in milliseconds. */
  readonly took: number;
};

/** Calls a target with an input and checks what it gives. */
export function tryTarget({ run, fault }: Target, input: string): Trial {
  const begun = performance.now();
  let result: unknown;
  try {
    result = run(input);
  } catch (error) {
    const [message] = String(error).split("\n");
    return { result, fault: `throws ${message ?? ""}`, took: performance.now() - begun };
  }
  const took = performance.now() - begun;
  return { result, fault: fault(result, input), took };
}

/** The least CPU time of this thread in milliseconds that three more calls take: a busy machine makes none slow. */
export function leastCpuMs({ run }: Target, input: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage();
    run(input);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
