/**
 * Average precision: the mean, over the documents that answer, of how many of the list so far answer when
 * each is reached; one that is never reached counts 0 (Manning, Raghavan & Schütze 2008, §8.4).
 */
export function averagePrecision(
  ranked: readonly string[],
  judged: ReadonlyMap<string, number>,
): number {
  let answering = 0;
  let sum = 0;
  for (const [index, id] of ranked.entries()) {
    if (judged.has(id)) sum += ++answering / (index + 1);
  }
  return sum / judged.size;
}

/** How much the first ten gain, of what the best ten could (Järvelin & Kekäläinen 2002), with linear gains. */
export function gainOfFirstTen(
  ranked: readonly string[],
  judged: ReadonlyMap<string, number>,
): number {
  const gain = (relevances: readonly number[]): number =>
    relevances
      .slice(0, 10)
      .reduce((sum, relevance, index) => sum + relevance / Math.log2(index + 2), 0);
  const best = [...judged.values()].toSorted((a, b) => b - a);
  return gain(ranked.map((id) => judged.get(id) ?? 0)) / gain(best);
}

/** The mean of some numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
