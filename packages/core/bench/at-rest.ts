import { setTimeout } from "node:timers/promises";

/** Milliseconds that are looked at, the share of them that is rest, and the longest wait. */
const [stretchMs, restShare, patienceMs] = [300, 0.1, 120_000];

/** Resolves when this process does nothing any more: what an index does when nobody asks is then done. */
export async function atRest(): Promise<void> {
  const late = performance.now() + patienceMs;
  for (let busy = 1; busy > restShare && performance.now() < late;) {
    const before = process.cpuUsage();
    await setTimeout(stretchMs);
    const { user, system } = process.cpuUsage(before);
    busy = (user + system) / 1_000 / stretchMs;
  }
}
