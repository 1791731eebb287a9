/** How long a frame with holes waits for what fills them: nobody sees a twentieth of a second. */
const holeTimeoutMs = 50;

/** Says when to paint: once after everything that happens together, and a little later while there are holes. */
export type PaintClock = { readonly paintSoon: () => void; readonly stop: () => void };

export function createPaintClock(
  hasHoles: () => boolean,
  paint: () => void,
  timeoutMs = holeTimeoutMs,
): PaintClock {
  let soon: NodeJS.Immediate | undefined;
  let later: NodeJS.Timeout | undefined;
  let isLate = false;
  let isStopped = false;

  const paintOrWait = (): void => {
    soon = undefined;
    if (hasHoles() && !isLate) {
      later ??= setTimeout(() => {
        isLate = true;
        paint();
      }, timeoutMs);
      return;
    }
    if (!hasHoles()) {
      clearTimeout(later);
      later = undefined;
      isLate = false;
    }
    paint();
  };

  return {
    paintSoon() {
      if (!isStopped) soon ??= setImmediate(paintOrWait);
    },
    stop() {
      isStopped = true;
      clearImmediate(soon);
      clearTimeout(later);
    },
  };
}
