import { existsSync, type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderWatch } from "../../src/source/watch-folders.ts";
import { temporaryFolder } from "../temporary-folder.ts";

vi.mock("node:fs", async (importActual) => {
  const actual = await importActual<typeof import("node:fs")>();
  return { ...actual, watch: vi.fn<typeof actual.watch>(actual.watch) };
});

function aWatch(most?: number): {
  readonly folders: FolderWatch;
  readonly reasons: string[];
  readonly root: string;
} {
  const reasons: string[] = [];
  const listener = { heard: () => {}, failed: (reason: string) => reasons.push(reason) };
  const folders = new FolderWatch(listener, most);
  onTestFinished(() => folders.close());
  return { folders, reasons, root: temporaryFolder({ "a/x": "", "b/x": "", "c/x": "" }) };
}

/** Makes the system refuse the next watch. */
function refuse(code: string): void {
  vi.mocked(watch).mockImplementationOnce((): FSWatcher => {
    throw Object.assign(new Error(code), { code });
  });
}

test("more folders than can be watched end the watching of all, once and for good", () => {
  const { folders, reasons, root } = aWatch(2);
  for (const name of ["a", "b"]) folders.add(name, join(root, name));
  expect([folders.has("a"), folders.has("b")]).toEqual([true, true]);
  for (const name of ["c", "a"]) folders.add(name, join(root, name));
  expect([folders.has("a"), folders.has("b"), folders.has("c")]).toEqual([false, false, false]);
  expect(reasons).toEqual(["there are more than 2 folders"]);
});

test.each(["ENOSPC", "EMFILE"])("a system that refuses with %s ends it too", (code) => {
  const { folders, reasons, root } = aWatch();
  folders.add("a", join(root, "a"));
  refuse(code);
  folders.add("b", join(root, "b"));
  expect(folders.has("a")).toBe(false);
  expect(reasons).toEqual([`the system refused to watch a folder (${code})`]);
});

test.each(["ENOENT", "EACCES", "ENOTDIR"])(
  "a folder that is gone or closed to us (%s) is passed over",
  (code) => {
    const { folders, reasons, root } = aWatch();
    refuse(code);
    folders.add("a", join(root, "a"));
    folders.add("b", join(root, "b"));
    expect([folders.has("a"), folders.has("b"), reasons]).toEqual([false, true, []]);
  },
);

test("after closing no folder is watched any more", () => {
  const { folders, reasons, root } = aWatch();
  folders.close();
  folders.add("a", join(root, "a"));
  expect([folders.has("a"), reasons, existsSync(join(root, "a"))]).toEqual([false, [], true]);
});
