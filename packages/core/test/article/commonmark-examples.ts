import { readFileSync } from "node:fs";

/** An example of the CommonMark specification. */
export type Example = {
  /** Its number, from 1. */
  readonly number: number;
  /** The section it stands in. */
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
};

const fence = "`".repeat(32);
const headingOrExample = new RegExp(
  `^${fence} example\\n([\\s\\S]*?)^\\.\\n([\\s\\S]*?)^${fence}$|^#{1,6} *(.*)$`,
  "gm",
);

/** The examples in `spec.txt`, where an arrow stands for a tab. */
export function commonMarkExamples(specification: string): readonly Example[] {
  const examples: Example[] = [];
  let section = "";
  for (const [, markdown, html, heading] of readFileSync(specification, "utf8").matchAll(
    headingOrExample,
  )) {
    if (markdown === undefined || html === undefined) section = heading ?? "";
    else {
      const number = examples.length + 1;
      const tabs = (text: string): string => text.replaceAll("→", "\t");
      examples.push({ number, section, markdown: tabs(markdown), html: tabs(html) });
    }
  }
  return examples;
}
