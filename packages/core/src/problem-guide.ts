import { articleProblemGuides } from "./article-problem-guides.ts";
import { fileProblemGuides } from "./file-problem-guides.ts";
import { frontMatterProblemGuides } from "./front-matter-problem-guides.ts";
import { makeProblem, type Problem, type ProblemCode } from "./problem.ts";

/** Files of an archive, by their paths in it. */
export type ExampleFiles = { readonly [path: string]: string };

/** What can be said of a kind of problem beside what its sentences say. */
export type ProblemExplanation = {
  /** What it means, how it comes about and why it matters, in a sentence or two. */
  readonly meaning: string;
  /**
   * The smallest archive that has this problem and no other. Absent for what no text can show, such as
   * permissions. It may hold characters that steer a terminal: show it as JSON, or cleaned.
   */
  readonly example?: ExampleFiles;
  /** The same, mended: an archive without any problem. There whenever there is an example. */
  readonly mended?: ExampleFiles;
};

/** All that is known of a kind of problem. In its message `…` stands for what is seen in a file. */
export type ProblemGuide = ProblemExplanation &
  Pick<Problem, "code" | "severity" | "message" | "action" | "remedy">;

/** Put together when it is asked for: programs that never ask do without these texts. */
function explanations(): Readonly<Record<ProblemCode, ProblemExplanation>> {
  return { ...fileProblemGuides, ...frontMatterProblemGuides, ...articleProblemGuides };
}

/**
 * Explains a kind of problem: what it means, an example of it, what is done then, and how to mend it.
 *
 * @example
 * ```ts
 * import { problemGuide } from "@broadsheet/core";
 *
 * const { message, example, mended } = problemGuide("date-impossible");
 * message; // => "There is no such date."
 * example; // => { "article.md": "---\ndate: 2024-02-31\n---\nThe bridge opened.\n" }
 * mended; // => { "article.md": "---\ndate: 2024-03-01\n---\nThe bridge opened.\n" }
 * ```
 */
export function problemGuide(code: ProblemCode): ProblemGuide {
  const { severity, message, action, remedy } = makeProblem(code, { path: "", value: "…" });
  return {
    code,
    severity,
    message: message.replace(/: …(?=\.$)/, ""),
    action,
    remedy,
    ...explanations()[code],
  };
}
