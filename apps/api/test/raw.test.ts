import type { Archive } from "@broadsheet/core";
import { expect, it } from "vitest";
import { createApp, type AppOptions } from "../src/app.ts";
import { archiveOf, presentMs, river } from "./river-archive.ts";

const bytes = Uint8Array.from([0xff, 0x00, 0x3c, 0x62, 0x3e]);

function served(options: Partial<AppOptions>, different: Partial<Archive> = {}) {
  return createApp({ ...archiveOf(river), ...different }, { now: () => presentMs, ...options });
}

it("the file of an article is not there unless it is allowed", async () => {
  expect((await served({}).request("/v1/articles/ferry-hours/raw")).status).toBe(404);
});

it("the file of an article is given byte by byte, to be saved and not to be shown", async () => {
  const asked: string[] = [];
  const app = served({ raw: (path) => (asked.push(path), bytes) });
  const response = await app.request("/v1/articles/ferry-hours/raw", {
    headers: { Accept: "text/html, */*;q=0.1" },
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(asked).toEqual(["ferry-hours.md"]);
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''ferry-hours.md",
  );
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

it("the name of a file cannot end its header early", async () => {
  const name = "a\"b\r\nX-Evil: 1';(*)\ud800.md";
  const drafts = [{ ...river[0]!, path: `x/${name}` }];
  const app = createApp(archiveOf(drafts), { now: () => presentMs, raw: () => bytes });
  const { headers } = await app.request("/v1/articles/ferry-hours/raw");
  expect(headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''a%22b%0D%0AX-Evil%3A%201%27%3B%28%2A%29%EF%BF%BD.md",
  );
  expect(headers.get("x-evil")).toBeNull();
});

it("files of drafts and of what is due later are not given", async () => {
  const asked: string[] = [];
  const app = served({ raw: (path) => (asked.push(path), bytes) });
  for (const id of ["hidden-draft", "due-later", "nobody", "..%2F..%2Fetc%2Fpasswd"]) {
    expect((await app.request(`/v1/articles/${id}/raw`)).status).toBe(404);
  }
  expect(asked).toEqual([]);
});

it("a file that becomes a draft while it is read is not given", async () => {
  const archive = archiveOf(river);
  let isDraft = false;
  const get: Archive["get"] = async (id) => {
    const found = await archive.get(id);
    return found && { ...found, article: { ...found.article, draft: isDraft } };
  };
  const app = served({ raw: () => ((isDraft = true), bytes) }, { get });
  expect((await app.request("/v1/articles/ferry-hours/raw")).status).toBe(404);
});
