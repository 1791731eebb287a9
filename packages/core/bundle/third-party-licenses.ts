import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "esbuild";

const heading = "This package contains the following others, each under its own licence.\n";
const ownLicense = new URL("../../../LICENSE", import.meta.url);

/** Writes THIRD-PARTY-LICENSES.txt beside the bundle: every package in it, with its licence in full. */
export const thirdPartyLicenses: Plugin = {
  name: "third-party-licenses",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(async ({ metafile }) => {
      const folders = new Set(Object.keys(metafile?.inputs ?? {}).flatMap(packageFolder));
      if (folders.size === 0) return;
      const licenses = await Promise.all([...folders].map(licenseOf));
      const dist = build.initialOptions.outdir ?? "dist";
      await mkdir(dist, { recursive: true });
      await writeFile(
        join(dist, "THIRD-PARTY-LICENSES.txt"),
        [heading, ...new Set(licenses.toSorted())].join(`\n${"-".repeat(80)}\n\n`),
      );
    });
  },
};

function packageFolder(file: string): string[] {
  return file.match(/^(?!.*:).*node_modules\/(?:@[^/]+\/)?[^/]+/)?.slice(0, 1) ?? [];
}

async function licenseOf(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, "package.json"), "utf8");
  const { name, version, license, author } = JSON.parse(manifest);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file !== undefined) {
    return `${name} ${version} (${license})\n\n${await readFile(join(folder, file), "utf8")}`;
  }
  if (license !== "MIT") throw new Error(`${name} carries no licence text: it may not be bundled`);
  // yoga-layout names the MIT licence without its text, which is the same as ours but for the holder.
  const text = await readFile(ownLicense, "utf8");
  return `${name} ${version} (${license})\n\n${text.replace("The Broadsheet authors", author)}`;
}
