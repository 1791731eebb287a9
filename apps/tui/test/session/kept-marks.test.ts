import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepMarks, marksFile, readMarks } from "../../src/session/kept-marks.ts";
import type { Mark } from "../../src/state/marks.ts";
import { initialState, type State } from "../../src/state/state.ts";
import { createStore, type Store } from "../../src/state/store.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-marks-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string =>
  marksFile({ XDG_STATE_HOME: join(folder, name) }, "/archive") ?? "";

function keeping(name: string): Store<State> {
  const store = createStore(initialState({ columns: 80, rows: 24 }, "/archive", 0));
  keepMarks(store, file(name));
  return store;
}

function set(store: Store<State>, id: string, mark: Mark): void {
  store.update((state) => {
    return { ...state, marks: { byId: new Map(state.marks.byId).set(id, mark), last: id } };
  });
}

test("marks are kept from one time to the next, for the reader alone", () => {
  const store = keeping("a");
  set(store, "ferry", { isRead: false, part: 3, into: 0.25 });
  set(store, "ស្ពាន", { isRead: false, part: 1, into: 0, print: 4_294_967_295 });
  set(store, "ferry", { isRead: true, part: 0, into: 0 });
  expect([...keeping("a").get().marks.byId]).toEqual([
    ["ស្ពាន", { isRead: false, part: 1, into: 0, print: 4_294_967_295 }],
    ["ferry", { isRead: true, part: 0, into: 0 }],
  ]);
  expect(statSync(file("a")).mode & 0o077).toBe(0);
});

test("a line that is no mark is passed over", () => {
  set(keeping("b"), "one", { isRead: true, part: 0, into: 0 });
  const good = readFileSync(file("b"), "utf8");
  writeFileSync(file("b"), `{}\n["x"]\n["y",1,-1,0]\n["z",1,1e9,7]\nnull\n${good}["cut`);
  expect([...readMarks(file("b")).byId.keys()]).toEqual(["one"]);
});

test("a file that has grown is written anew with the last mark of each article", () => {
  const store = keeping("c");
  set(store, "one", { isRead: false, part: 1, into: 0.5 });
  const line = readFileSync(file("c"), "utf8");
  writeFileSync(file("c"), line.repeat(80_000));
  expect(readMarks(file("c")).byId.get("one")?.part).toBe(1);
  expect(readFileSync(file("c"), "utf8")).toBe(line);
});

test("where nothing can be kept, marks last as long as the program", () => {
  const store = createStore(initialState({ columns: 80, rows: 24 }, "/archive", 0));
  keepMarks(store, "/dev/null/broadsheet/marks.ndjson");
  set(store, "one", { isRead: true, part: 0, into: 0 });
  expect(store.get().marks.byId.size).toBe(1);
  expect(marksFile({}, "/archive")).toBeUndefined();
});
