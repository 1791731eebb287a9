/**
 * How many colours may be used: none, the 16 of the terminal's palette, 256, or all. Without colours
 * there are still bold, dim, italic and underlined letters.
 */
export type ColourLevel = "none" | "16" | "256" | "all";

/** What the environment says of colours: NO_COLOR (no-color.org), FORCE_COLOR, COLORTERM, TERM. */
export function colourLevel(
  environment: Readonly<Record<string, string | undefined>>,
): ColourLevel {
  const { NO_COLOR, FORCE_COLOR, COLORTERM = "", TERM = "" } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return "none";
  if (FORCE_COLOR === "0" || FORCE_COLOR === "false") return "none";
  if (FORCE_COLOR === "3" || /^(?:truecolor|24bit)$/i.test(COLORTERM) || TERM.endsWith("-direct"))
    return "all";
  if (FORCE_COLOR === "2" || /256(?:color)?$/i.test(TERM)) return "256";
  if (TERM === "dumb" && FORCE_COLOR === undefined) return "none";
  return "16";
}
