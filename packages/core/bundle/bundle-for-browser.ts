import { join } from "node:path";
import { build, type BuildResult } from "esbuild";

const core = join(import.meta.dirname, "..");

/** A program that imports the built package, bundled with everything that it needs, for a browser. */
export function bundleForBrowser(
  program: string,
  minify = false,
): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    stdin: { contents: program, resolveDir: core },
    bundle: true,
    // For a browser esbuild refuses every module of Node, in our bundle and in the libraries beside it.
    platform: "browser",
    format: minify ? "esm" : "iife",
    globalName: "broadsheet",
    minify,
    // The package's entries share files; what of one is not asked for is left out, as it says it may be.
    logOverride: { "ignored-bare-import": "silent" },
    write: false,
    metafile: true,
  });
}
