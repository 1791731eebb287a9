import { gzipSync } from "node:zlib";
import { bundleForBrowser } from "./bundle-for-browser.ts";

// What the pure entry costs a browser, and which packages it is made of: part of `npm run check`.

const programs = {
  "everything of @broadsheet/core": 'export * from "@broadsheet/core"',
  "everything of @broadsheet/core/view": 'export * from "@broadsheet/core/view"',
  "parseArticle alone": 'export { parseArticle } from "@broadsheet/core"',
};

for (const [name, program] of Object.entries(programs)) {
  const { outputFiles, metafile } = await bundleForBrowser(program, true);
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error("esbuild gave no bundle");
  console.log(
    `${name}: ${kilobytes(bundle.contents.length)} minified, ${gzipped(bundle.contents)} gzip`,
  );
  const bytes = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs))
      bytes.set(packageOf(file), (bytes.get(packageOf(file)) ?? 0) + bytesInOutput);
  }
  const largest = [...bytes].toSorted(([, a], [, b]) => b - a).filter(([, size]) => size >= 1_000);
  console.log(`  ${largest.map(([file, size]) => `${file} ${kilobytes(size)}`).join(", ")}`);
}

function packageOf(file: string): string {
  return file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? "ours, with gray-matter";
}

function gzipped(contents: Uint8Array): string {
  return kilobytes(gzipSync(contents).length);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
