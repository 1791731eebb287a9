import { isWebAddress } from "../reading/article-links.ts";
import {
  areLeadsAtHand,
  atOtherKind,
  followed,
  leads,
  selectLink,
  typedNumber,
  withoutLinks,
} from "../state/link-list.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { changing, type Command, type Step } from "./command.ts";

function movedBy(state: State, links: number): State {
  return selectLink(state, (state.links?.selected ?? 0) + links);
}

/** Links that a page moves by. */
const page = 10;

/** The selected link followed, or, where it leads to the web, copied for a browser. */
function follow(state: State): Step {
  const lead = leads(state)[state.links?.selected ?? 0];
  return lead?.type === "link" && isWebAddress(lead.url)
    ? {
        state: { ...state, said: words.copied(lead.url) },
        effect: { type: "copy", text: lead.url },
      }
    : { state: followed(state) };
}

const whenAtHand: readonly Command[] = [
  { name: "follow", keys: ["enter"], isInFoot: true, run: follow },
  {
    name: "otherLeads",
    keys: ["tab"],
    isInFoot: (state) => atOtherKind(state) !== undefined,
    run: changing((state) => atOtherKind(state) ?? state),
  },
  { name: "down", keys: ["j", "down", "ctrl+n"], run: changing((state) => movedBy(state, 1)) },
  { name: "up", keys: ["k", "up", "ctrl+p"], run: changing((state) => movedBy(state, -1)) },
  {
    name: "pageDown",
    keys: ["space", "pagedown", "ctrl+f"],
    run: changing((state) => movedBy(state, page)),
  },
  {
    name: "pageUp",
    keys: ["b", "pageup", "ctrl+b"],
    run: changing((state) => movedBy(state, -page)),
  },
  { name: "first", keys: ["g", "home"], run: changing((state) => selectLink(state, 0)) },
  {
    name: "last",
    keys: ["G", "end"],
    isReady: areLeadsAtHand,
    run: changing((state) => selectLink(state, Infinity)),
  },
];

export const linkCommands: readonly Command[] = [
  ...whenAtHand.map((command) => ({ ...command, isReady: areLeadsAtHand })),
  {
    name: "linksDone",
    keys: ["escape", "l", "q", "backspace", "f10", "f12"],
    isInFoot: true,
    run: changing(withoutLinks),
  },
];

/** A digit is the number of a link, or a part of it. */
export function typedDigit(state: State, text: string): State {
  return /^\d$/.test(text) ? typedNumber(state, text) : state;
}
