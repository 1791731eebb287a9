export { randomNumbers } from "../src/archive/conformance/random-numbers.ts";

/** One of some values; with `skew` above 1 the first ones come more often, as words of a language do. */
export function choose<Value>(values: readonly Value[], random: () => number, skew = 1): Value {
  const value = values[Math.floor(random() ** skew * values.length)];
  if (value === undefined) throw new RangeError("choose: there is nothing to choose from");
  return value;
}
