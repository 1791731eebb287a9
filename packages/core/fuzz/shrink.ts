/** Most texts that are tried; enough for all but the longest, which are then merely shorter. */
const maxTries = 2_000;

/** The shortest text found that still fails, by leaving out ever smaller parts (Zeller's delta debugging). */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let shortest = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < shortest.length && tries < maxTries; tries++) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + size);
      if (fails(shorter)) shortest = shorter;
      else at += size;
    }
  }
  return shortest;
}
