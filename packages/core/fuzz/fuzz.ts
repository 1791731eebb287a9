import { digest } from "./digest.ts";
import { makeInput } from "./make-input.ts";
import { shrink } from "./shrink.ts";
import { type Target, targets } from "./targets.ts";
import { leastCpuMs, maxCallMs, tryTarget } from "./try-target.ts";

/** Something that must not be. */
export type Failure = {
  readonly target: string;
  /** The same for every input with which it happens. */
  readonly fault: string;
  /** The number of the first input. */
  readonly number: number;
  /** As short as it could be made. */
  readonly input: string;
};

/** The slowest call of a target, in milliseconds of wall time. */
export type Slowest = { readonly took: number; readonly number: number };

/** What came of many inputs. */
export type Findings = {
  /** Of each kind the first. */
  readonly failures: Map<string, Failure & { readonly times: number }>;
  readonly slowest: Map<string, Slowest>;
};

/** What the trying of inputs is told. */
export type FuzzOptions = {
  readonly seed: number;
  /** Whether calls that take too long are failures. Tests never measure time. */
  readonly timed: boolean;
  /** Default: every one there is. */
  readonly tried?: readonly Target[];
};

export function nothingFound(): Findings {
  return { failures: new Map(), slowest: new Map() };
}

/** Tries every target with the inputs of some numbers. */
export function fuzz(numbers: readonly number[], options: FuzzOptions, findings: Findings): void {
  const { seed, tried = targets } = options;
  for (const number of numbers) {
    const input = makeInput(seed, number);
    for (const target of tried) tryInput(target, input, number, options, findings);
  }
}

/** The same, then again with the last number first: a result that differs depends on what came before it. */
export function fuzzTwice(
  numbers: readonly number[],
  options: FuzzOptions,
  findings: Findings,
): void {
  const { seed, tried = targets } = options;
  const inputs = numbers.map((number) => makeInput(seed, number));
  for (const target of tried) {
    const digests = inputs.map((input, index) =>
      digest(tryInput(target, input, numbers[index] ?? 0, options, findings)),
    );
    for (const [back, input] of inputs.toReversed().entries()) {
      const index = inputs.length - 1 - back;
      if (digest(tryTarget(target, input).result) !== digests[index]) {
        const fault = "the result depends on the inputs before";
        add(findings, { target: target.name, fault, number: numbers[index] ?? 0, input });
      }
    }
  }
}

function tryInput(
  target: Target,
  input: string,
  number: number,
  { timed }: FuzzOptions,
  findings: Findings,
): unknown {
  const { name } = target;
  const { result, fault, took } = tryTarget(target, input);
  if (fault !== undefined) {
    const known = findings.failures.has(`${name}: ${fault}`);
    const fails = (text: string): boolean => tryTarget(target, text).fault === fault;
    add(findings, { target: name, fault, number, input: known ? input : shrink(input, fails) });
  }
  if (took > (findings.slowest.get(name)?.took ?? 0)) findings.slowest.set(name, { took, number });
  if (timed && fault === undefined && took > maxCallMs && leastCpuMs(target, input) > maxCallMs) {
    add(findings, { target: name, fault: `takes more than ${maxCallMs} ms`, number, input });
  }
  return result;
}

function add({ failures }: Findings, failure: Failure): void {
  const key = `${failure.target}: ${failure.fault}`;
  const first = failures.get(key);
  failures.set(key, first ? { ...first, times: first.times + 1 } : { ...failure, times: 1 });
}
