import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Limit } from "./limits.ts";

const folder = join(import.meta.dirname, "peers");

/** Each script in `peers`, by the package that it needs: see the README there. */
const packages: Readonly<Record<string, string>> = {
  "content-collections": "@content-collections/core",
  velite: "velite",
  astro: "astro",
};

/** Programs like ours that are installed, each as a program that reads a folder. */
export const peers: readonly Limit[] = Object.entries(packages)
  .filter(([, name]) => existsSync(join(folder, "node_modules", name)))
  .map(([script]) => ({
    name: script,
    program: process.execPath,
    options: (articles) => [join(folder, `${script}.mjs`), articles],
  }));
