import { cutText, displayWidth } from "@broadsheet/core/view";
import type { State } from "../state/state.ts";
import { inCapitals } from "../words/capitals.ts";
import { words } from "../words/words.ts";
import type { Bar } from "./bar.ts";

/** Fewest columns for the name; what stands at its right goes first. */
const minNameColumns = 20;

/** The archive's name, its size and the time it spans; before it is open, the folder. */
export function masthead({ status, folder }: State, columns: number): Bar {
  const room = columns - 1;
  if (status === undefined)
    return {
      left: [[" "], [cutText(folder, room), { bold: true }]],
      right: [[words.opening, { dim: true }]],
    };
  const size = words.archiveSize(status.articles);
  const span =
    status.firstMs === undefined || status.lastMs === undefined
      ? []
      : [words.span(status.firstMs, status.lastMs, status.timeZone)];
  const name = inCapitals(status.name);
  const fits = (text: string): boolean =>
    displayWidth(text) + 2 + Math.min(displayWidth(name), minNameColumns) <= room;
  const right = [[size, ...span].join(words.between), size].find(fits) ?? "";
  return {
    left: [
      [" "],
      [cutText(name, room - (right === "" ? 0 : displayWidth(right) + 2)), { bold: true }],
    ],
    right: [[right, { dim: true }]],
  };
}
