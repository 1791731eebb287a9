import { describe, expect, it } from "vitest";
import {
  dayInPath,
  isAmongDrafts,
  isSectionPage,
  withoutIndex,
} from "../../src/article/path-day.ts";

describe("dayInPath", () => {
  it.for([
    ["_posts/2019-01-02-ferry.md", "2019-01-02"],
    ["fleuve/_posts/2019-1-2-bac.markdown", "2019-1-2"],
    ["2019-01-02.md", "2019-01-02"],
    ["2019-01-02_ferry.txt", "2019-01-02"],
    ["2019-01-02-2018-in-review.md", "2019-01-02"],
    ["2019-01-02-ferry/index.md", "2019-01-02"],
    ["gazette--2019-01-02-ferry.md", "2019-01-02"],
    ["river-gazette--2019-01-02.md", "2019-01-02"],
    ["2019-01-02-ferry/index.km.md", "2019-01-02"],
    ["2019-01-02/ferry.md", "2019-01-02"],
    ["2019/01/02/ferry.md", "2019/01/02"],
    ["2019/01/02/ferry/index.md", "2019/01/02"],
    ["2019/01-02-ferry.md", "2019-01-02"],
    ["/2019/01/02/ferry.html", "2019/01/02"],
    ["/km/2019/01/02/", "2019/01/02"],
    ["2019-13-45-ferry.md", "2019-13-45"],
  ])("finds in %s the day %s", ([path, day]) => {
    expect(dayInPath(path ?? "")).toBe(day);
  });

  it.for([
    "ferry.md",
    "1--2019-01-02-ferry.md",
    "the--ferry-of-2019-01-02.md",
    "2019/ferry.md",
    "2019/01/ferry.md",
    "2019/01/02-ferry.md",
    "2019-01-ferry.md",
    "12019-01-02-ferry.md",
    "2019-01-023-ferry.md",
    "20190102-ferry.md",
    "ferry-2019-01-02.md",
    "01-02-ferry.md",
    "2019-01-02-workshop/photos/list.md",
    "",
  ])("finds none in %j", (path) => {
    expect(dayInPath(path)).toBe(undefined);
  });
});

describe("withoutIndex", () => {
  it.for([
    ["a/ferry.md", "a/ferry"],
    ["a/ferry/index.md", "a/ferry"],
    ["a/ferry/index.km.md", "a/ferry.km"],
    ["a/ferry/_index.md", "a/ferry/_index"],
    ["a/reindex.md", "a/reindex"],
    ["index.md", "index"],
    ["v1.2", "v1"],
    ["a.b/ferry", "a.b/ferry"],
    [".md", ".md"],
  ])("makes %s into %s", ([path, name]) => {
    expect(withoutIndex(path ?? "")).toBe(name);
  });
});

describe("isAmongDrafts", () => {
  it("asks for the folder, not for the file's name", () => {
    expect(isAmongDrafts("source/_drafts/ferry.md")).toBe(true);
    expect(isAmongDrafts("_drafts.md")).toBe(false);
    expect(isAmongDrafts("my_drafts/ferry.md")).toBe(false);
  });
});

describe("isSectionPage", () => {
  it("is a page of its folder", () => {
    expect(isSectionPage("news/_index.md")).toBe(true);
    expect(isSectionPage("_index.fr.md")).toBe(true);
    expect(isSectionPage("news/index.md")).toBe(false);
    expect(isSectionPage("news/the_index.md")).toBe(false);
  });
});
