import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";

describe("a header without fences", () => {
  it("is names and values up to the first blank line, as Pelican has it", () => {
    const text =
      "Title: Ferries: the last week\nDate: 2024-11-26\nTags: river, bridge\nAuthors: Srey Veal;\n    Dara Meas\nSlug:\n\nThe ferry left.\n";
    expect(splitFrontMatter(text, "a.md")).toMatchObject({
      format: "header",
      fields: {
        Title: "Ferries: the last week",
        Date: "2024-11-26",
        Tags: "river, bridge",
        Authors: "Srey Veal; Dara Meas",
        Slug: "",
      },
      lines: new Map([
        ["Title", 1],
        ["Date", 2],
        ["Tags", 3],
        ["Authors", 4],
        ["Slug", 6],
      ]),
      body: "The ferry left.\n",
      bodyLine: 8,
      problems: [],
    });
  });

  it("may be all there is, and may end with the file", () => {
    for (const end of ["", "\n", "\n\n", "\n  \n"]) {
      expect(splitFrontMatter(`title: A\ndate: 2024${end}`, "a.md")).toMatchObject({
        fields: { title: "A", date: "2024" },
        body: "",
      });
    }
  });

  it("lets the first of two equal names hold", () => {
    expect(splitFrontMatter("Title: A\nTitle: B\n\nText.", "a.md")).toMatchObject({
      fields: { Title: "A" },
      problems: [{ code: "key-duplicate", line: 2, value: "Title" }],
    });
  });

  it.for([
    "Title: only one\n\nText.",
    "Note: a name that nobody knows\nReader: nor this\n\nText.",
    "Title: A\nDate: 2024-11-26\nand a line of text\n\nMore.",
    "Text first.\nTitle: A\nDate: 2024-11-26\n\nMore.",
    "Date: 2024\n  : no name\n\nText.",
    "https://gazette.example/a\ntitle:A\n\nText.",
    "\nTitle: A\nDate: 2024-11-26\n\nText.",
    "   Title: A\n   Date: 2024\n\nText.",
    `Title: A\nNote: ${"x".repeat(70_000)}\n\nText.`,
  ])("is not seen in %j", (text) => {
    expect(splitFrontMatter(text, "a.md")).toMatchObject({ format: "none", body: text });
  });
});

describe("a header of link definitions", () => {
  it("is read from the names and values of links called #", () => {
    const text =
      '[#]: subject: (The ferry (again))\n[#]: author: "Srey Veal"\n[#]: date (2024-11-26)\n[#]: reviewer: ( )\n\nText.\n';
    expect(splitFrontMatter(text, "a.md")).toMatchObject({
      format: "header",
      fields: {
        subject: "The ferry (again)",
        author: "Srey Veal",
        date: "2024-11-26",
        reviewer: "",
      },
      lines: new Map([
        ["subject", 1],
        ["author", 2],
        ["date", 3],
        ["reviewer", 4],
      ]),
      body: "\nText.\n",
      bodyLine: 5,
    });
  });

  it("is not made of other links", () => {
    for (const text of ["[//]: # (a note)\n\nText.", "[a]: /b (c)\n\nText.", "[#]: /b\n\nText."]) {
      expect(splitFrontMatter(text, "a.md")).toMatchObject({ format: "none", body: text });
    }
  });
});
