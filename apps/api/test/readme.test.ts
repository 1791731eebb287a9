import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parameters } from "@broadsheet/core";
import { expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { flags } from "../src/flags.ts";
import { listView } from "../src/view.ts";
import { memoryArchive } from "../../../packages/core/test/memory-archive.ts";

const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
const chapter = readme.match(/^## Over HTTP\n(.*?)^## /ms)?.[1] ?? "";

test("the README has every route, and no other", async () => {
  const app = createApp(memoryArchive([]), { now: () => 0 });
  const response = await app.request("/openapi.json");
  const document = (await response.json()) as { paths: Record<string, unknown> };
  const routes = [...chapter.matchAll(/^\| `GET (\S+)`/gm)].map(([, route]) => route);
  const documented = new Set(["/openapi.json", ...Object.keys(document.paths)]);
  expect(routes.toSorted()).toEqual([...documented].toSorted());
});

test("the README has every query parameter in its table of routes", () => {
  const row = chapter.match(/^\| `GET \/v1\/articles` +\|(.*)$/m)?.[1] ?? "";
  expect([...row.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
    [...parameters, ...listView].map(({ name }) => name),
  );
});

test("the README has every flag of the server, and no other", () => {
  const listed = chapter.match(/Flags: (.*?);/s)?.[1] ?? "";
  expect([...listed.matchAll(/`--([a-z-]+)`/g)].map(([, name]) => name)).toEqual(
    flags.map(({ name }) => name),
  );
});
