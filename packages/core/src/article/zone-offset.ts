const formats = new Map<string, Intl.DateTimeFormat>();
const offset = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/;

/** How many milliseconds a zone's clocks are ahead of UTC at an instant. */
function offsetAt(epochMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-u-nu-latn", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, format);
  }
  const [, sign, hours, minutes, seconds] = offset.exec(format.format(epochMs)) ?? [];
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === "-" ? -size : size) * 1000;
}

/**
 * The instant at which clocks in a zone show a time. `clockMs` is that time as if it were UTC. A time that
 * is shown twice, as clocks go back, is its first; one that is skipped, as they go forward, is as far after
 * the change as it would have been.
 */
export function instantInZone(clockMs: number, timeZone: string): number {
  if (timeZone === "UTC") return clockMs;
  // Offsets change by far less than a day, so these two see both sides of a change near by.
  const before = offsetAt(clockMs - 86_400_000, timeZone);
  const after = offsetAt(clockMs + 86_400_000, timeZone);
  const first = clockMs - before;
  if (before === after || offsetAt(first, timeZone) === before) return first;
  const second = clockMs - after;
  return offsetAt(second, timeZone) === after ? second : first;
}
