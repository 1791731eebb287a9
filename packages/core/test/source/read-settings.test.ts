import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ReadSettings, readSettings } from "../../src/source/read-settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function settingsOf(text: string): ReadSettings {
  return readSettings(temporaryFolder({ "broadsheet.json": text }));
}

describe("readSettings", () => {
  it("uses the folder's name and UTC where there is no file", () => {
    const root = temporaryFolder();
    expect(readSettings(root)).toEqual({
      settings: { name: basename(root), timeZone: "UTC" },
      problems: [],
    });
  });

  it("reads name, language and time zone", () => {
    const text = '{"name": "The River Gazette", "language": "KM", "timeZone": "Asia/Phnom_Penh"}';
    expect(settingsOf(text)).toEqual({
      settings: { name: "The River Gazette", language: "km", timeZone: "Asia/Phnom_Penh" },
      problems: [],
    });
  });

  it("reads the archive's own names of fields, a list or one", () => {
    const text = '{"fields": {"headline": ["kop", "Titel"], "section": "rubriek"}, "name": "A"}';
    expect(settingsOf(text)).toEqual({
      settings: {
        name: "A",
        timeZone: "UTC",
        fields: { headline: ["kop", "Titel"], section: ["rubriek"] },
      },
      problems: [],
    });
  });

  it("says on which line and column a name of a field cannot be used, and uses the others", () => {
    const text = `{
  "fields": {
    "headline": ["kop"],
    "kicker": "x",
    "author": [1],
      "author": "by",
    "section": ["KOP", "rubriek"], "image": [""], "draft": {}
  }
}`;
    const { settings, problems } = settingsOf(text);
    expect(settings.fields).toEqual({ headline: ["kop"], author: ["1"], section: ["rubriek"] });
    expect(problems.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
      ["key-duplicate", 6, 7, "fields.author"],
      ["settings-unknown", 4, 5, "fields.kicker"],
      ["settings-value", 7, 5, "fields.section: KOP already stands for headline"],
      ["settings-value", 7, 36, 'fields.image: [""]'],
      ["settings-value", 7, 51, "fields.draft: {}"],
    ]);
  });

  it.for([
    ['{"fields": ["kop"]}', 'fields: ["kop"]'],
    ['{"fields": "kop"}', "fields: kop"],
  ] as const)("takes no names of fields from %s", ([text, value]) => {
    const { settings, problems } = settingsOf(text);
    expect(settings).not.toHaveProperty("fields");
    expect(problems.map((problem) => problem.value)).toEqual([value]);
  });

  it("reads publisher, address, licence and patterns", () => {
    const text = `{
      "publisher": {"name": "River Press", "url": "https://example.com", "logo": "HTTPS://example.com/l.png"},
      "baseUrl": "https://example.com/news",
      "license": "CC-BY-4.0",
      "include": "2024/**",
      "ignore": ["**/notes", "*.txt"]
    }`;
    const { settings, problems } = settingsOf(text);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      publisher: {
        name: "River Press",
        url: "https://example.com/",
        logo: "https://example.com/l.png",
      },
      baseUrl: "https://example.com/news/",
      license: "CC-BY-4.0",
      include: ["2024/**"],
      ignore: ["**/notes", "*.txt"],
    });
  });

  it("says on which line and column a part of a setting cannot be used, and uses the others", () => {
    const text = `{
  "publisher": {
    "name": "River Press",
    "url": "javascript:alert(1)",
      "logo": "logo.png", "fax": "1"
  },
  "ignore": [
    "notes",
      "!keep", "a/{b,c}",
    ["x"], "../up", ""
  ],
  "baseUrl": "https://example.com/?page=1",
  "include": []
}`;
    const { settings, problems } = settingsOf(text);
    expect(settings).toMatchObject({ publisher: { name: "River Press" }, ignore: ["notes"] });
    expect(settings).not.toHaveProperty("baseUrl");
    expect(settings).not.toHaveProperty("include");
    expect(problems.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
      ["settings-value", 4, 5, "publisher.url: javascript:alert(1)"],
      ["settings-value", 5, 7, "publisher.logo: logo.png"],
      ["settings-unknown", 5, 27, "publisher.fax"],
      ["settings-value", 9, 7, "ignore: !keep"],
      ["settings-value", 9, 16, "ignore: a/{b,c}"],
      ["settings-value", 10, 5, 'ignore: ["x"]'],
      ["settings-value", 10, 12, "ignore: ../up"],
      ["settings-value", 10, 21, "ignore:"],
      ["settings-value", 12, 3, "baseUrl: https://example.com/?page=1"],
      ["settings-value", 13, 3, "include: []"],
    ]);
  });

  it.for(['{"url": "https://example.com"}', "{}", '"River Press"', "[]", "null"])(
    "takes no publisher from %s",
    (publisher) => {
      const { settings, problems } = settingsOf(`{"publisher": ${publisher}}`);
      expect(settings).not.toHaveProperty("publisher");
      expect(problems).toMatchObject([{ code: "settings-value", line: 1, column: 2 }]);
    },
  );

  it("says on which line and column the file is no JSON, and goes on without it", () => {
    const { settings, problems } = settingsOf('{\n  "name": "A"\n  "language": "en"\n}');
    expect(settings).toMatchObject({ timeZone: "UTC" });
    expect(settings.name).not.toBe("A");
    expect(problems).toMatchObject([
      { code: "settings-broken", path: "broadsheet.json", line: 3, column: 3 },
    ]);
  });

  it.for([
    ['{"timeZone": "Mars/Olympus"}', "timeZone: Mars/Olympus", 2],
    ['{"timeZone": "+07:00"}', "timeZone: +07:00", 2],
    ['{"language": "no such tag"}', "language: no such tag", 2],
    ['{"name": ["A"]}', 'name: ["A"]', 2],
    ['{"name": ""}', "name:", 2],
  ] as const)("keeps the default in place of %s", ([text, value, column]) => {
    const { settings, problems } = settingsOf(text);
    expect(settings).toMatchObject({ timeZone: "UTC" });
    expect(problems).toMatchObject([{ code: "settings-value", line: 1, column, value }]);
  });

  it("names a setting that it does not know, even one that every object has", () => {
    expect(
      settingsOf('{"$schema": "x",\n "colour": "red",\n "constructor": 1}').problems,
    ).toMatchObject([
      { code: "settings-unknown", line: 2, column: 2, value: "colour" },
      { code: "settings-unknown", line: 3, value: "constructor" },
    ]);
  });

  it("lets the first of two equal settings hold", () => {
    const { settings, problems } = settingsOf('{"name": "A", "name": "B"}');
    expect(settings.name).toBe("A");
    expect(problems).toMatchObject([{ code: "key-duplicate", value: "name" }]);
  });

  it("takes terminal sequences out of the name", () => {
    expect(settingsOf('{"name": "\\u001b[31mA"}').settings.name).toBe("A");
  });

  it.for(["[]", '"text"', "{} {}", ""])("takes %s for no settings", (text) => {
    expect(settingsOf(text).problems).toMatchObject([{ code: "settings-broken", line: 1 }]);
  });

  it("makes a problem of a folder with that name and of a link out of the archive", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "broadsheet.json"));
    expect(readSettings(root).problems).toMatchObject([{ code: "settings-unreadable" }]);
    const other = temporaryFolder();
    symlinkSync("/etc/hostname", join(other, "broadsheet.json"));
    expect(readSettings(other).problems).toMatchObject([{ code: "settings-unreadable" }]);
  });
});
