import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Compilers that users have. Each is installed under a name of its own. */
const compilers = { "typescript-5.9": "5.9.3", "typescript-6": "6.0.3", "typescript-7": "7.0.2" };
const nodeTypes = "24.19.2";

const settings = {
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  target: "es2024",
  lib: ["es2024"],
  noEmit: true,
};

/** Projects that use the packed core: files, and what they are compiled with. */
const projects: { readonly [name: string]: object } = {
  "a browser": {
    compilerOptions: {
      ...settings,
      lib: ["es2024", "dom"],
      module: "esnext",
      moduleResolution: "bundler",
      types: [],
    },
    files: ["text.ts", "view.ts", "extra.ts"],
  },
  "Node.js": {
    compilerOptions: { ...settings, module: "nodenext", types: ["node"] },
    files: ["text.ts", "view.ts", "extra.ts", "file.ts", "folder.ts", "archive.ts"],
  },
};

const programs: { readonly [file: string]: string } = {
  "text.ts": `
    import { parseArticle, plainText, type Article, type Problem } from "@broadsheet/core";

    const text = "---\\ndate: 2024-02-31\\n---\\n# A bridge opens\\n\\nIt opened on **Monday**.\\n";
    const { article, problems } = parseArticle({ path: "bridge.md", text });
    const known: Article = article;
    const codes = problems.map((problem: Problem) => problem.code);
    export const result: unknown = [known.headline, plainText(known), codes];
  `,
  "view.ts": `
    import { cutText, parseQuery, type ArticleSummary, type Query } from "@broadsheet/core/view";

    const shown = ({ headline }: ArticleSummary): string => cutText(headline, 10);
    const query: Query = parseQuery([["q", "bridge"]], { timeZone: "UTC" }).query;
    export const result: unknown = [query.text?.type, typeof shown];
  `,
  "extra.ts": `
    import { parseArticle, type ParsedArticle, type StandardSchema } from "@broadsheet/core";

    type Review = { readonly rating: number };
    const extraSchema: StandardSchema<{ rating: string }, Review> = {
      "~standard": {
        version: 1,
        vendor: "gazette",
        validate: (value) => ({ value: { rating: Number((value as { rating: string }).rating) } }),
      },
    };
    const source = { path: "bridge.md", text: "---\\nrating: 4\\n---\\nText.\\n" };
    const parsed: ParsedArticle<Review> = parseArticle(source, { extraSchema });
    const rating: number | undefined = parsed.extra?.rating;
    export const result: unknown = [rating, parsed.article.extra];
  `,
  "file.ts": `
    import { FileError, type ParsedArticle } from "@broadsheet/core";
    import { readArticle } from "@broadsheet/core/node";

    const { article }: ParsedArticle = readArticle("archive/ferry.md");
    let code: string | undefined;
    try {
      readArticle("archive/gone.md");
    } catch (error) {
      if (error instanceof FileError) code = error.code;
    }
    export const result: unknown = [article.headline, article.section?.label, article.blocks.length, code];
  `,
  "folder.ts": `
    import type { Problem } from "@broadsheet/core";
    import { readArticles, type ArticleFolder } from "@broadsheet/core/node";

    const folder: ArticleFolder = readArticles("archive", { timeZone: "Asia/Phnom_Penh" });
    const problems: readonly Problem[] = folder.problems;
    const headlines: readonly string[] = Array.from(folder, ({ article }) => article.headline);
    export const result: unknown = [headlines, problems, folder.leftOut];
  `,
  "archive.ts": `
    import { everything } from "@broadsheet/core";
    import { openArchive } from "@broadsheet/core/node";

    const archive = await openArchive("archive", { cacheDir: "cache" });
    await archive.settled();
    const { hits } = await archive.search(everything);
    await archive.close();
    export const result: unknown = hits.map((hit) => hit.article.headline);
  `,
};

let folder = "";
/** Why nothing could be installed; undefined when all was. */
let notInstalled: string | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-reuse-"));
  run(dirname(import.meta.dirname), "npm", "pack", "--silent", `--pack-destination=${folder}`);
  const [tarball = ""] = readdirSync(folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      private: true,
      type: "module",
      dependencies: {
        "@broadsheet/core": `file:${tarball}`,
        "@types/node": nodeTypes,
        ...Object.fromEntries(
          Object.entries(compilers).map(([name, version]) => [name, `npm:typescript@${version}`]),
        ),
      },
    }),
  );
  for (const [file, program] of Object.entries(programs))
    writeFileSync(join(folder, file), program);
  mkdirSync(join(folder, "archive"));
  writeFileSync(
    join(folder, "archive/ferry.md"),
    "---\ntitle: The ferry stops\ncategory: NATIONAL\n---\nIt left at noon.\n\nIt is gone.\n",
  );
  const options = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", options, {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
  });
  if (status === 0) return;
  // Without a registry there is nothing to test; anything else is a fault of the package.
  if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(stderr))
    throw new Error(stderr);
  notInstalled = "No package registry can be reached, so that reuse is not tested.";
  console.warn(notInstalled);
}, 300_000);

afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
});

const combinations = Object.keys(compilers).flatMap((compiler) =>
  Object.keys(projects).map((project) => [compiler, project] as const),
);

describe("the packed core, installed into an empty project", () => {
  it.for(combinations)(
    "compiles with %s for %s, its own declarations included",
    { timeout: 60_000 },
    ([compiler, project], { skip }) => {
      skip(notInstalled !== undefined, notInstalled);
      const settingsFile = join(folder, `${compiler}-${project.length}.json`);
      writeFileSync(settingsFile, JSON.stringify(projects[project]));
      const { stdout } = spawnSync(process.execPath, [binary(compiler), "-p", settingsFile], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(stdout).toBe("");
    },
  );

  it.for([
    ["text", "text.ts", ["A bridge opens", "It opened on Monday.", ["date-impossible"]]],
    ["query without a parser", "view.ts", ["word", "function"]],
    ["text with fields of one's own", "extra.ts", [4, { rating: "4" }]],
    ["file", "file.ts", ["The ferry stops", "National", 2, "file-not-found"]],
    ["folder", "folder.ts", [["The ferry stops"], [], 0]],
    ["folder with an index", "archive.ts", ["The ferry stops"]],
  ] as const)("reads a %s", ([, file, expected], { skip }) => {
    skip(notInstalled !== undefined, notInstalled);
    const program = `import { result } from "./${file}"; process.stdout.write(JSON.stringify(result));`;
    const printed = run(folder, process.execPath, "--input-type=module", "--eval", program);
    expect(JSON.parse(printed)).toEqual(expected);
  });
});

/** The program that compiles, as the package itself names it. */
function binary(compiler: string): string {
  const home = join(folder, "node_modules", compiler);
  const { bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    bin: { tsc: string };
  };
  return join(home, bin.tsc);
}

/** Standard output of a program; Node is this one. */
function run(cwd: string, program: string, ...options: readonly string[]): string {
  return execFileSync(program, options, {
    cwd,
    encoding: "utf8",
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function environment(): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  return { ...process.env, PATH: path };
}
