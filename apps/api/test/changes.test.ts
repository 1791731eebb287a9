import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "@broadsheet/core/node";
import type { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../../../packages/core/test/temporary-folder.ts";
import { createApp } from "../src/app.ts";
import type { ChangesJson } from "../src/changes.ts";
import { bodyOf } from "./river-archive.ts";

const article = (headline: string, more = ""): string =>
  `---\ntitle: ${headline}\n${more}---\nIt is so.\n`;

/** A folder that is served, with a clock of its own and ways to change it. */
async function served(files: Record<string, string>): Promise<{
  app: Hono;
  clock: { nowMs: number };
  write: (name: string, text: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
  ask: (path: string) => Promise<ChangesJson>;
}> {
  const folder = temporaryFolder(files);
  const archive = await openArchive(folder, { cacheDir: temporaryFolder(), watch: false });
  onTestFinished(() => archive.close());
  await archive.settled();
  const clock = { nowMs: Date.now() };
  const app = createApp(archive, { now: () => clock.nowMs });
  return {
    app,
    clock,
    async write(name, text) {
      writeFileSync(join(folder, name), text);
      await archive.refresh();
    },
    async remove(name) {
      rmSync(join(folder, name));
      await archive.refresh();
    },
    async ask(path) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      return bodyOf(response);
    },
  };
}

function told({ data }: ChangesJson): string[] {
  return data.map((each) =>
    each.type === "put" ? `${each.article.id} ${each.article.headline}` : `-${each.id}`,
  );
}

it("tells who keeps a copy what is new, different, gone and hidden, page by page", async () => {
  const { write, remove, ask } = await served({
    "a.md": article("A"),
    "b.md": article("B"),
    "c.md": article("C"),
    "secret.md": article("Secret", "draft: true\n"),
  });
  const start = await ask("/v1/changes");
  expect(start).toMatchObject({ data: [], meta: { isLast: true } });
  await write("d.md", article("D"));
  await write("a.md", article("A again"));
  await write("b.md", article("B", "draft: true\n"));
  await remove("c.md");
  await write("secret.md", article("Secret still", "draft: true\n"));
  await remove("secret.md");
  const whole = told(await ask(start.links.next));
  expect(whole.toSorted()).toEqual(["-b", "-c", "a A again", "d D"]);
  const first = await ask(`${start.links.next}&limit=3`);
  expect([told(first), first.meta.isLast]).toEqual([whole.slice(0, 3), false]);
  const second = await ask(first.links.next);
  expect([told(second), second.meta.isLast]).toEqual([whole.slice(3), true]);
  expect(await ask(second.links.next)).toMatchObject({ data: [], meta: { isLast: true } });
});

it("tells of an article whose hour has come, though nothing is written, and of none before", async () => {
  const hour = new Date(Date.now() + 3_600_000).toISOString();
  const { app, clock, remove, ask } = await served({
    "a.md": article("A"),
    "due.md": article("Due", `date: ${hour}\n`),
    "never.md": article("Never", `date: ${hour}\n`),
  });
  const { links } = await ask("/v1/changes");
  await remove("never.md");
  const before = await app.request(links.next);
  const etag = before.headers.get("etag") ?? "";
  expect(told(await bodyOf(before))).toEqual([]);
  const again = (): Response | Promise<Response> =>
    app.request(links.next, { headers: { "If-None-Match": etag } });
  expect((await again()).status).toBe(304);
  clock.nowMs += 3_600_000;
  const after = await again();
  expect(after.status).toBe(200);
  expect(told(await bodyOf(after))).toEqual(["due Due"]);
});

it("gives lines too, the last of which says from where on to ask", async () => {
  const { app, write, ask } = await served({ "a.md": article("A") });
  const { meta } = await ask("/v1/changes");
  await write("a.md", article("A again"));
  const response = await app.request(`/v1/changes.ndjson?since=${encodeURIComponent(meta.next)}`);
  const lines = (await response.text()).trimEnd().split("\n");
  const [change, end] = lines.map((line): unknown => JSON.parse(line));
  expect(change).toMatchObject({ type: "put", article: { id: "a", headline: "A again" } });
  const { meta: after } = await ask(`/v1/changes?since=${encodeURIComponent(meta.next)}`);
  expect(end).toEqual({ type: "end", next: after.next, isLast: true });
  expect(response.headers.get("link")).toContain(
    `</v1/changes.ndjson?since=${after.next}>; rel="next"`,
  );
});

it("answers 410 when the index was made anew since, and 400 to what is no place", async () => {
  const [{ ask }, { app }] = [
    await served({ "a.md": article("A") }),
    await served({ "a.md": article("A") }),
  ];
  const gone = await app.request((await ask("/v1/changes")).links.next);
  expect(gone.status).toBe(410);
  expect(await bodyOf(gone)).toMatchObject({
    type: "/problem-types/changes-expired",
    errors: [{ parameter: "since" }],
  });
  for (const since of ["", "yesterday", "a&since=b", "%00", "x".repeat(101)]) {
    const wrong = await app.request(`/v1/changes?since=${since}`);
    expect(wrong.status).toBe(400);
    expect(await bodyOf(wrong)).toMatchObject({ errors: [{ parameter: "since" }] });
  }
});
