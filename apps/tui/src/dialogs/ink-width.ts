import { displayWidth } from "@broadsheet/core/view";
import { stripVTControlCharacters } from "node:util";

/** The columns of a text for Ink, whose texts have their looks in them: it takes this for its own measure. */
const inkWidth = (text: string): number => displayWidth(stripVTControlCharacters(text));

// oxlint-disable-next-line import/no-default-export -- the shape of the package that it stands for
export default inkWidth;
