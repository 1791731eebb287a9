import { addPicture, type BodyReading } from "./body-reading.ts";
import { splitCredit } from "./credit.ts";
import { fetchesComponents, templateTag, templateTagEnd, templatePicture } from "./template.ts";

const quotation = /^(end|\/)?((?:block|pull)?quote)$/;

/** Tags that show nothing themselves: those that keep a value, that end another, or that mark text as none of theirs. */
const shownByNone =
  /^(?:\{%-?\s*(?:assign\s[^%]*|(?:end)?raw|end\w+)\s*-?%\}|\{\{[<%]\s*\/[^\s{}]*\s*[>%]\}\})$/;

/**
 * Reads what the tags of a template leave in a text: pictures, the ends of quotations, the title of a
 * notice. What only a site's own program could show is left out, with a problem.
 */
export function readTemplate(lines: string, reading: BodyReading): void {
  if (lines.startsWith(":::")) readNotice(lines, reading);
  else if (!lines.startsWith("{")) leaveOut(lines, reading);
  else {
    for (let at = 0; at >= 0 && at < lines.length;) {
      const end = templateTagEnd(lines, at) ?? lines.length;
      readTag(lines.slice(at, end), reading);
      reading.tree.at += lines.slice(at, end).split("\n").length - 1;
      at = lines.indexOf("{", end);
    }
  }
}

/** A tag inside a line of text. */
export function readInlineTemplate(written: string, reading: BodyReading): void {
  const picture = templatePicture(templateTag(written));
  if (picture !== undefined) addPicture(reading, picture.src, picture.alt, picture.caption);
  else leaveOut(written, reading);
}

function readTag(written: string, reading: BodyReading): void {
  const { tree, context } = reading;
  // Attributes of kramdown belong to the look of what is before them; a list may stand for the contents.
  if (written.startsWith("{:")) {
    if (/^\{:\s*toc\b/i.test(written)) tree.dropShortList();
    return;
  }
  const tag = templateTag(written);
  const picture = templatePicture(tag);
  const [quote, closes, name = ""] = quotation.exec(tag.name) ?? [];
  tree.beginBlock("markdown");
  if (picture !== undefined) {
    const { src, alt, caption, credit } = picture;
    const url = context.resolve(src, tree.line);
    if (url === undefined) return;
    const credited = splitCredit(caption);
    const creditText = credit === "" ? credited.creditText : credit;
    tree.add({
      type: "figure",
      lines: [tree.line, tree.line],
      url,
      alt,
      ...(credit === "" ? credited : caption === "" ? {} : { caption }),
      ...(creditText === undefined ? {} : { creditText }),
    });
  } else if (quote === undefined) leaveOut(written, reading);
  else if (closes !== undefined) tree.closeHtml(`{${name}}`);
  else tree.open("quote", `{${name}}`, "html");
}

function leaveOut(written: string, { tree, context }: BodyReading): void {
  const showsNothing = shownByNone.test(written) || fetchesComponents(written, 0);
  if (!showsNothing) context.templateLeftOut(written, tree.line);
}

/** A notice has its title, where it was given one, before its text. */
function readNotice(line: string, { tree }: BodyReading): void {
  const [, bracketed, written = ""] = /^:+\s*[\w-]*(?:\[([^\]]*)\])?([^{]*)/.exec(line) ?? [];
  const title = (bracketed ?? written).trim();
  tree.beginBlock("markdown");
  if (title === "") return;
  const text = { type: "text", text: title } as const;
  tree.add({
    type: "paragraph",
    lines: [tree.line, tree.line],
    children: [{ type: "strong", children: [text] }],
  });
}
