import { deepStrictEqual as deepEqual, strictEqual as equal, rejects } from "node:assert";
import { CursorError } from "../../errors.ts";
import { makeProblem, type ProblemCode } from "../../problem.ts";
import type { ArticleIndex, Change, FileEntry } from "../article-index.ts";
import { date2024, listed, put, removal, sample } from "./sample.ts";
import type { Trial } from "./trial.ts";

/** Paths whose order by code point is not that of UTF-16 units, nor of any language, nor of folders. */
const paths = ["A.md", "a-b.md", "a.md", "a/b.md", "b.md", "é.md", "\uff5e.md", "\u{1f30a}.md"];

/** A file that wants an id which another may have. */
function wanting(path: string, wantedId: string, id = wantedId): Change {
  const { type, file, text } = put(sample(id, { path, headline: path }));
  return { type, file: { ...file, wantedId }, ...(text && { text }) };
}

async function every(
  read: (after: string) => Promise<readonly Pick<FileEntry, "path">[]>,
  limit: number,
): Promise<string[]> {
  const all: string[] = [];
  for (let after = ""; ;) {
    const entries = await read(after);
    all.push(...entries.map(({ path }) => path));
    if (entries.length < limit) return all;
    after = entries.at(-1)?.path ?? "";
  }
}

async function problemPaths(
  index: ArticleIndex,
  options: Omit<Parameters<ArticleIndex["problems"]>[0], "limit"> = {},
): Promise<string[]> {
  const { problems, total } = await index.problems({ ...options, limit: 50 });
  equal(total, problems.length);
  return problems.map(({ path }) => path);
}

const settings = makeProblem("settings-unknown", { path: "broadsheet.json", value: "colour" });
const having = (codes: readonly ProblemCode[]) => ({ codes });

/** What an index knows of files: enough to be compared with them, and what is wrong in them. */
export const keeping: readonly Trial[] = [
  {
    name: "a file is known by its path and by its article's id, with its stamp to the fraction",
    async check(index) {
      await index.apply([wanting("a.md", "CODE", "CODE-1"), wanting("b.md", "CODE")]);
      const entry = {
        path: "a.md",
        stamp: { size: 1, modifiedMs: 2.5, changedMs: 3.25, inode: 4 },
        wantedId: "CODE",
        id: "CODE-1",
        searchable: true,
      };
      deepEqual(await index.find("CODE-1"), entry);
      deepEqual(await index.find({ path: "a.md" }), entry);
      equal((await index.find("CODE"))?.path, "b.md");
      for (const unknown of ["code", "", "a", { path: "CODE" }, { path: "a" }])
        equal(await index.find(unknown), undefined);
    },
  },
  {
    name: "a file of other times is known by them, and nothing else is said of it",
    async check(index) {
      const { type, file, text } = put(sample("a", { headline: "A bridge" }));
      const whole = text && { text };
      const generation = await index.apply([{ type, file: { ...file, digest: "d1" }, ...whole }]);
      const before = await index.find("a");
      const stamp = { size: 1, modifiedMs: 9.5, changedMs: 9.75, inode: 7 };
      const restamps = ["a.md", "unknown.md"].map((path): Change => ({
        type: "restamp",
        path,
        stamp,
      }));
      equal(await index.apply(restamps), generation);
      equal((await index.counts()).generation, generation);
      deepEqual(await index.find("a"), { ...before, stamp });
      deepEqual(await index.stamps({ limit: 5 }), [{ path: "a.md", stamp }]);
      deepEqual((await index.changes(generation, { limit: 5 })).changes, []);
    },
  },
  {
    name: "what is said of a folder holds until a file in it is put, removed or restamped, and is no change",
    async check(index) {
      const files = ["a.md", "b/a.md", "b/c/a.md", "b/c/d.md", "ខ/a.md"];
      const folders = ["", "b", "b/c", "ខ"];
      const generation = await index.apply(files.map((path) => wanting(path, path)));
      const known = (): Promise<(string | undefined)[]> =>
        Promise.all(folders.map((folder) => index.folderDigest(folder)));
      deepEqual(await known(), [undefined, undefined, undefined, undefined]);
      const say = (): Promise<string> =>
        index.apply(folders.map((path) => ({ type: "folder", path, digest: `of ${path}` })));
      equal(await say(), generation);
      deepEqual((await index.changes(generation, { limit: 5 })).changes, []);
      deepEqual(await known(), ["of ", "of b", "of b/c", "of ខ"]);
      const stamp = { size: 1, modifiedMs: 2, changedMs: 3, inode: 4 };
      await index.apply([{ type: "restamp", path: "a.md", stamp }]);
      deepEqual(await known(), [undefined, "of b", "of b/c", "of ខ"]);
      await index.apply([{ type: "remove", path: "b/c/d.md" }]);
      deepEqual(await known(), [undefined, "of b", undefined, "of ខ"]);
      await index.apply([wanting("b/new.md", "new"), wanting("ខ/a.md", "again")]);
      deepEqual(await known(), [undefined, undefined, undefined, undefined]);
      await say();
      await index.apply([{ type: "folder", path: "b", digest: "other" }]);
      deepEqual(await known(), ["of ", "other", "of b/c", "of ខ"]);
    },
  },
  {
    name: "an id is taken that an article has or a file wants",
    async check(index) {
      await index.apply([wanting("a.md", "ONE"), wanting("b.md", "ONE", "ONE-2")]);
      await index.apply([wanting("c.md", "GONE"), { type: "remove", path: "c.md" }]);
      const asked = ["ONE", "ONE-2", "GONE", "one", "", "%"];
      deepEqual([...(await index.takenIds(asked))].toSorted(), ["ONE", "ONE-2"]);
      deepEqual([...(await index.takenIds([]))], []);
    },
  },
  {
    name: "files come in order of their paths by code point, in pieces of any size",
    async check(index) {
      await index.apply(paths.toReversed().map((path) => wanting(path, path)));
      for (const limit of [1, 3, 8, 9])
        deepEqual(await every((after) => index.stamps({ after, limit }), limit), paths);
      const after = await index.stamps({ after: "a.", limit: 2 });
      deepEqual(
        after.map(({ path }) => path),
        ["a.md", "a/b.md"],
      );
    },
  },
  {
    name: "files that want one id come in order of their paths, and no others",
    async check(index) {
      await index.apply([
        ...paths.toReversed().map((path) => wanting(path, "ONE", `${path}-1`)),
        wanting("c.md", "TWO", "ONE"),
      ]);
      for (const limit of [1, 3, 20]) {
        const read = (after: string) => index.claimants("ONE", { after, limit });
        deepEqual(await every(read, limit), paths);
      }
      deepEqual(await index.claimants("NONE", { after: "", limit: 5 }), []);
    },
  },
  {
    name: "articles whose text is missing come newest first",
    async check(index) {
      const dated = (id: string, day: number) => sample(id, { datePublished: date2024(2, day) });
      const all = [sample("u"), dated("a", 1), dated("c", 3), dated("b", 2)];
      await index.apply([...all.map(listed), put(sample("whole"))]);
      const missing = async (limit: number): Promise<string[]> =>
        (await index.unsearchable(limit)).map(({ id }) => id);
      deepEqual(await missing(10), ["c", "b", "a", "u"]);
      deepEqual(await missing(2), ["c", "b"]);
    },
  },
  {
    name: "problems come in order of their paths, page by page, as they were put",
    async check(index) {
      const codes = ["date-impossible", "text-missing"] as const;
      const put3 = ["b", "a", "c"].map((id) => put(sample(id, having(codes))));
      await index.apply([...put3, { type: "folder-problems", problems: [settings] }]);
      const seen: unknown[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await index.problems({
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        });
        equal(page.total, 7);
        seen.push(...page.problems);
        if (page.next === undefined) break;
        cursor = page.next;
      }
      const of = (path: string) => codes.map((code) => makeProblem(code, { path }));
      deepEqual(seen, [...of("a.md"), ...of("b.md"), settings, ...of("c.md")]);
      deepEqual((await index.counts()).problems, { error: 0, warning: 7, note: 0 });
      for (const cursor of ["x", "%", "[]", "%5B1%5D", ""])
        await rejects(index.problems({ cursor, limit: 1 }), CursorError);
    },
  },
  {
    name: "problems are chosen by code, by path, and as those of no article",
    async check(index) {
      await index.apply([
        put(sample("a", having(["date-impossible"]))),
        put(sample("b", having(["text-missing"]))),
        { type: "folder-problems", problems: [settings] },
      ]);
      deepEqual(await problemPaths(index, { code: "date-impossible" }), ["a.md"]);
      deepEqual(await problemPaths(index, { path: "b.md" }), ["b.md"]);
      deepEqual(await problemPaths(index, { path: "b.md", code: "date-impossible" }), []);
      deepEqual(await problemPaths(index, { ofFolder: true }), ["broadsheet.json"]);
    },
  },
  {
    name: "problems are those of the file as it is, and go with it",
    async check(index) {
      const broken = sample("a", having(["text-missing"]));
      await index.apply([put(broken), { type: "folder-problems", problems: [settings] }]);
      await index.apply([put(sample("a", having(["date-impossible"])))]);
      deepEqual(await problemPaths(index, { code: "text-missing" }), []);
      deepEqual(await problemPaths(index), ["a.md", "broadsheet.json"]);
      await index.apply([{ type: "folder-problems", problems: [] }]);
      deepEqual(await problemPaths(index), ["a.md"]);
      await index.apply([removal(broken)]);
      deepEqual(await problemPaths(index), []);
      deepEqual((await index.counts()).problems, { error: 0, warning: 0, note: 0 });
    },
  },
  {
    name: "problems are those of articles that may be seen, when that is asked for",
    async check(index) {
      const broken = (id: string, fields = {}) =>
        put(sample(id, { ...fields, ...having(["date-impossible"]) }));
      await index.apply([
        broken("plain"),
        broken("past", { datePublished: date2024(1, 1) }),
        broken("due", { datePublished: date2024(1, 2) }),
        broken("hidden", { draft: true }),
        { type: "folder-problems", problems: [settings] },
      ]);
      const visibleAtMs = Date.UTC(2024, 0, 1);
      const among = (drafts: boolean, ms?: number): Promise<string[]> =>
        problemPaths(index, {
          among: { drafts, ...(ms === undefined ? {} : { visibleAtMs: ms }) },
        });
      deepEqual(await among(false, visibleAtMs), ["past.md", "plain.md"]);
      deepEqual(await among(true, visibleAtMs), ["hidden.md", "past.md", "plain.md"]);
      deepEqual(await among(false), ["due.md", "past.md", "plain.md"]);
      equal((await problemPaths(index)).length, 5);
    },
  },
  {
    name: "a problem that tells of another article is told where that may be seen as well",
    async check(index) {
      const twin = (name: string, draft: boolean): Change => {
        const { file, ...rest } = put(sample(name, { draft, codes: ["id-duplicate"] }));
        return { ...rest, file: { ...file, wantedId: "twin" } };
      };
      await index.apply([put(sample("twin", { draft: true })), twin("second", false)]);
      const seen = { among: { drafts: false } };
      deepEqual(await problemPaths(index, seen), []);
      deepEqual(await problemPaths(index, { ...seen, code: "id-duplicate" }), []);
      deepEqual(await problemPaths(index, { among: { drafts: true } }), ["second.md"]);
      deepEqual(await problemPaths(index), ["second.md"]);
      await index.apply([twin("third", false)]);
      deepEqual(await problemPaths(index, seen), ["second.md", "third.md"]);
    },
  },
];
