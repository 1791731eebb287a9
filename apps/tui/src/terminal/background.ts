/** Whether letters stand on a dark or on a light ground, as far as that can be known. */
export type Background = "dark" | "light" | "unknown";

const colour =
  /^\x1b\]11;rgba?:(?<red>[0-9a-f]{1,4})\/(?<green>[0-9a-f]{1,4})\/(?<blue>[0-9a-f]{1,4})/i;

/** The background in a terminal's answer to OSC 11; undefined for any other sequence. */
export function backgroundOf(reply: string): Background | undefined {
  const { red, green, blue } = colour.exec(reply)?.groups ?? {};
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  // Relative luminance (WCAG 2.2) at which black and white letters have the same contrast.
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > 0.179 ? "light" : "dark";
}

function linear(hexadecimal: string): number {
  const value = Number.parseInt(hexadecimal, 16) / (16 ** hexadecimal.length - 1);
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Whether a sequence is the answer to `askAttributes`, which comes after all others. */
export function isAttributesReply(reply: string): boolean {
  return /^\x1b\[\?[\d;]*c$/.test(reply);
}

/** The background that COLORFGBG names (rxvt, Konsole): `15;0` is white on black. */
export function backgroundFromEnvironment(colorFgBg: string | undefined): Background {
  const ground = Number(colorFgBg?.split(";").at(-1) || Number.NaN);
  if (Number.isNaN(ground)) return "unknown";
  return ground === 7 || (ground >= 9 && ground <= 15) ? "light" : "dark";
}
