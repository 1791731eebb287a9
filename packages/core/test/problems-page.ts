import { problemCodes } from "../src/problem.ts";
import { type ExampleFiles, problemGuide } from "../src/problem-guide.ts";

/** PROBLEMS.md: what each kind of problem means, with its example, for people who look one up. */
export function problemsPage(): string {
  return [
    "# What can be wrong with an article\n",
    "Every kind of problem that `broadsheet check`, the library and the HTTP API name, in the order of their",
    "codes' tables. Each example has this problem and no other; what cannot be seen in it stands as `\\u` and",
    "four digits. This page is made of `src/*-problem-guides.ts` by `test/problem-guide.test.ts`.\n",
    ...problemCodes.map(section),
  ].join("\n");
}

function section(code: (typeof problemCodes)[number]): string {
  const { severity, message, meaning, action, remedy, example, mended } = problemGuide(code);
  return [
    `## ${code}\n`,
    `_${severity}_: ${message} ${meaning}\n`,
    `**What is done:** ${action}\n`,
    `**How to mend it:** ${remedy}\n`,
    ...(example === undefined ? [] : ["For example:\n", shown(example)]),
    ...(mended === undefined ? [] : ["Mended:\n", shown(mended)]),
  ].join("\n");
}

function shown(files: ExampleFiles): string {
  return Object.entries(files)
    .map(([path, text]) => `\`\`\`text\n${path}:\n\n${visible(text)}\`\`\`\n`)
    .join("\n");
}

/** A text in which everything shows. */
function visible(text: string): string {
  return text.replaceAll(
    /[^\P{C}\n]|[\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
