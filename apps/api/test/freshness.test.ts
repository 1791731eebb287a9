import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive, ListJson } from "@broadsheet/core";
import { openArchive } from "@broadsheet/core/node";
import { expect, it, onTestFinished, vi } from "vitest";
import { temporaryFolder } from "../../../packages/core/test/temporary-folder.ts";
import { keepAnswers } from "../src/keep-answers.ts";
import { createApp } from "../src/app.ts";
import { startServer } from "../src/server.ts";
import { bodyOf } from "./river-archive.ts";

const text = (headline: string, more = ""): string =>
  `---\ntitle: ${headline}\n${more}---\nIt is so.\n`;

/** A folder that is served over a real socket, with its kept answers in front. */
async function serve(files: Record<string, string>): Promise<{
  folder: string;
  archive: Archive;
  ask: (path: string, headers?: Record<string, string>) => Promise<Response>;
}> {
  const folder = temporaryFolder(files);
  const archive = await openArchive(folder, { cacheDir: temporaryFolder() });
  onTestFinished(() => archive.close());
  await archive.settled();
  const answers = keepAnswers(archive, Date.now);
  const server = await startServer(createApp(archive, { now: Date.now, answers }), {
    host: "127.0.0.1",
    port: 0,
    record: () => {},
    give: answers.give,
  });
  onTestFinished(() => server.stop());
  return {
    folder,
    archive,
    ask: (path, headers = {}) =>
      fetch(server.url + path, { headers: { "Accept-Encoding": "identity", ...headers } }),
  };
}

/** Resolves when the archive itself knows of the change, without a question that makes it look. */
async function changed(archive: Archive, change: () => void): Promise<string> {
  const { generation } = await archive.status();
  const { promise, resolve } = Promise.withResolvers<string>();
  const stop = archive.subscribe((status) => {
    if (status.generation !== generation && status.state === "ready") resolve(status.generation);
  });
  change();
  const now = await promise;
  stop();
  return now;
}

it("an edit is served as soon as the archive tells of it, in lists, articles and feeds alike", async () => {
  const { folder, archive, ask } = await serve({ "a.md": text("Before"), "b.md": text("Beside") });
  const paths = [
    "/v1/articles",
    "/v1/articles/a",
    "/v1/articles.csv",
    "/feeds/all.rss",
    "/v1/articles/a.html",
  ];
  const tags: (string | null)[] = [];
  for (const path of [...paths, ...paths]) {
    const response = await ask(path);
    tags.push(response.headers.get("etag"));
    expect(await response.text()).toContain("Before");
  }
  expect(tags.slice(5)).toEqual(tags.slice(0, 5));
  const generation = await changed(archive, () =>
    writeFileSync(join(folder, "a.md"), text("After")),
  );
  for (const [place, path] of paths.entries()) {
    const response = await ask(path, { "If-None-Match": tags[place] ?? "" });
    expect(response.status).toBe(200);
    const body = await response.text();
    expect(body).toContain("After");
    expect(body).not.toContain("Before");
  }
  const { meta } = await bodyOf<ListJson>(await ask("/v1/articles"));
  expect(meta.generation).toBe(generation);
});

it("an article that becomes a draft, or goes, is gone from what was kept", async () => {
  const { folder, archive, ask } = await serve({ "a.md": text("Told"), "b.md": text("Also told") });
  for (let time = 0; time < 2; time++) {
    expect((await ask("/v1/articles/a")).status).toBe(200);
    expect((await ask("/v1/articles/b.md")).status).toBe(200);
    expect((await bodyOf<ListJson>(await ask("/v1/articles"))).meta.total).toBe(2);
  }
  await changed(archive, () => writeFileSync(join(folder, "a.md"), text("Told", "draft: true\n")));
  expect((await ask("/v1/articles/a")).status).toBe(404);
  expect((await bodyOf<ListJson>(await ask("/v1/articles"))).meta.total).toBe(1);
  await changed(archive, () => rmSync(join(folder, "b.md")));
  expect((await ask("/v1/articles/b.md")).status).toBe(404);
  expect((await bodyOf<ListJson>(await ask("/v1/articles"))).meta.total).toBe(0);
});

it("no answer mixes what was and what is while files change", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, place) => [`f${place}.md`, text(`Round 0 of ${place}`)]),
  );
  const { folder, ask } = await serve(files);
  let asked = 0;
  const seen = new Map<string, string>();
  for (let round = 1; round <= 6; round++) {
    writeFileSync(join(folder, ".new"), text(`Round ${round} of 3`));
    renameSync(join(folder, ".new"), join(folder, "f3.md"));
    await vi.waitFor(
      async () => {
        const { data, meta } = await bodyOf<ListJson>(
          await ask(`/v1/articles?limit=${8 + (asked++ % 9)}`),
        );
        const shown = JSON.stringify(data.map(({ headline }) => headline).toSorted());
        // One generation has one list, whoever asks for it and however.
        expect(data).toHaveLength(8);
        expect(seen.get(meta.generation) ?? shown).toBe(shown);
        seen.set(meta.generation, shown);
        expect(shown).toContain(`Round ${round} of 3`);
      },
      { timeout: 10_000, interval: 20 },
    );
  }
  expect(seen.size).toBeGreaterThanOrEqual(6);
});
