/** A link between notes as Obsidian and wikis write it: `[[harbour|the harbour]]`, `![[pier.jpg]]`. */
export type WikiLink = {
  readonly end: number;
  readonly isPicture: boolean;
  /** The file as an address: percent-encoded, with an extension. */
  readonly address: string;
  readonly text: string;
};

/** A footnote's number in brackets, or a link around brackets, is Markdown. */
const form =
  /(!?)\[\[(?!\d+\]\])([^[\]|#\n<>`*]{0,200})(#[^[\]|\n<>`]{0,200})?(?:\|([^[\]\n<>`]{0,200}))?\]\](?![([:])/y;

const picture = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** The link between notes that begins at a place in a text; undefined when none does. */
export function wikiLinkAt(text: string, from: number): WikiLink | undefined {
  form.lastIndex = from;
  const [whole, embeds, name = "", part = "", label] = form.exec(text) ?? [];
  const target = name.trim();
  if (whole === undefined || target + part === "") return undefined;
  const isPicture = embeds === "!" && picture.test(target);
  const file = target === "" || /\.\w{2,5}$/.test(target) ? target : `${target}.md`;
  // After a picture's name its width may stand: `![[pier.jpg|300]]`.
  const shown = isPicture && /^\d+(?:x\d+)?$/.test(label ?? "") ? undefined : label;
  return {
    end: from + whole.length,
    isPicture,
    address: encodeURI(file),
    text: (shown ?? (isPicture ? "" : target || part.slice(1))).trim(),
  };
}
