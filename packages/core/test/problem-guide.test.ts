import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArticles } from "../src/archive/read-articles.ts";
import { parseArticle } from "../src/article/parse-article.ts";
import { type Problem, type ProblemCode, problemCodes } from "../src/problem.ts";
import { type ExampleFiles, problemGuide } from "../src/problem-guide.ts";
import { findArticleFiles } from "../src/source/find-article-files.ts";
import { maxFileBytes } from "../src/source/read-article-file.ts";
import { reviewSchema } from "./article/a-schema.ts";
import { problemsPage } from "./problems-page.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const bridge = "# A bridge opens\n\nIt opened on Monday.\n";

/** Everything that is wrong with a folder and with its articles; `between` comes before they are read. */
function problemsIn(folder: string, between: () => void = () => {}): readonly Problem[] {
  const articles = readArticles(folder);
  between();
  return [...articles.problems, ...[...articles].flatMap(({ problems }) => problems)];
}

/** How a problem is made that no text of an article shows. */
const makers: { readonly [code in ProblemCode]?: () => readonly Problem[] } = {
  "folder-unreadable": () => {
    const gone = join(temporaryFolder(), "gone");
    return findArticleFiles(gone, { name: "", timeZone: "UTC" }).problems;
  },
  "file-unreadable": () => {
    const folder = temporaryFolder({ "a.md": bridge });
    return problemsIn(folder, () => {
      renameSync(join(folder, "a.md"), join(folder, "b.md"));
      mkdirSync(join(folder, "a.md"));
    });
  },
  "file-vanished": () => {
    const folder = temporaryFolder({ "a.md": bridge });
    return problemsIn(folder, () => rmSync(join(folder, "a.md")));
  },
  "file-too-large": () =>
    problemsIn(temporaryFolder({ "a.md": `${bridge}\n${"ferry ".repeat(maxFileBytes / 6)}` })),
  "file-name-unsafe": () => problemsIn(temporaryFolder({ "bridge\u202edm.md": bridge })),
  "link-outside": () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, "gone.md"), join(folder, "a.md"));
    return problemsIn(folder);
  },
  "not-utf8": () =>
    problemsIn(temporaryFolder({ "a.md": new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x41]) })),
  utf16: () => problemsIn(temporaryFolder({ "a.md": Buffer.from(`\ufeff${bridge}`, "utf16le") })),
  "settings-unreadable": () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "broadsheet.json"));
    return problemsIn(folder);
  },
  "front-matter-too-long": () =>
    problemsIn(temporaryFolder({ "a.md": `---\nnote: ${"x ".repeat(40_000)}\n---\n${bridge}` })),
  "value-too-long": () =>
    problemsIn(temporaryFolder({ "a.md": `---\ntitle: ${"long ".repeat(3_000)}\n---\n${bridge}` })),
  "extra-invalid": () =>
    parseArticle(
      { path: "a.md", text: `---\nrating: many\n---\n${bridge}` },
      { extraSchema: reviewSchema },
    ).problems,
};

function codesOf(files: ExampleFiles): readonly ProblemCode[] {
  return problemsIn(temporaryFolder(files)).map(({ code }) => code);
}

it("the page of the problems says what their guides say", async () => {
  // `vitest run -u` writes it anew.
  await expect(problemsPage()).toMatchFileSnapshot("../PROBLEMS.md");
});

describe.for(problemCodes)("the guide to %s", (code) => {
  const { meaning, example, mended } = problemGuide(code);

  it("says what it means, in whole sentences", () => {
    expect(meaning, `Explain ${code} in one of src/*-problem-guides.ts.`).toMatch(
      /^[A-Z0-9b].{30,}\.$/,
    );
  });

  it("has an example of it, or it can be made, and it is the only one there", () => {
    const make = example === undefined ? makers[code] : () => problemsIn(temporaryFolder(example));
    expect(make, `Give ${code} an example, or make it in this test.`).toBeDefined();
    expect(make?.().map((problem) => problem.code)).toEqual([code]);
  });

  it("shows how it is mended, where there is an example", () => {
    expect(mended === undefined).toBe(example === undefined);
    expect(codesOf(mended ?? {})).toEqual([]);
  });
});
