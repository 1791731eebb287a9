import { join } from "node:path";
import { build } from "esbuild";
import { changedPackages } from "../bundle/changed-packages.ts";
import manifest from "../package.json" with { type: "json" };

/** Where a built script finds the libraries that the package names. */
const folder = join(import.meta.dirname, "../node_modules/.cache/bench");

/**
 * A script of this folder as JavaScript, made as the package is made: what Node takes to read TypeScript,
 * a tenth of a second, no user waits for. Gives the path of the result.
 */
export async function buildScript(name: string): Promise<string> {
  const script = join(folder, name.replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: Object.keys(manifest.dependencies),
    plugins: [changedPackages],
    logLevel: "error",
  });
  return script;
}
