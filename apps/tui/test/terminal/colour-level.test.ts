import { expect, it } from "vitest";
import { colourLevel } from "../../src/terminal/colour-level.ts";

it.for([
  [{ TERM: "xterm" }, "16"],
  [{ TERM: "xterm-256color" }, "256"],
  [{ TERM: "xterm-256color", COLORTERM: "truecolor" }, "all"],
  [{ TERM: "xterm-direct" }, "all"],
  [{ TERM: "dumb" }, "none"],
  [{ TERM: "xterm-256color", NO_COLOR: "1" }, "none"],
  [{ TERM: "xterm-256color", NO_COLOR: "" }, "256"],
  [{ TERM: "xterm", FORCE_COLOR: "0" }, "none"],
  [{ TERM: "dumb", FORCE_COLOR: "3" }, "all"],
] as const)("an environment of %j allows %s colours", ([environment, level]) => {
  expect(colourLevel(environment)).toBe(level);
});
