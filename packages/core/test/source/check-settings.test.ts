import { expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { SettingsError } from "../../src/errors.ts";
import { checkSettings } from "../../src/source/check-settings.ts";

it.for([{}, { timeZone: "Asia/Phnom_Penh" }, { language: "zh-Hant", timeZone: "UTC" }])(
  "takes %o",
  (settings) => {
    expect(() => checkSettings(settings)).not.toThrow();
  },
);

it.for([
  [{ timeZone: "Mars/Olympus" }, "time-zone-unknown", "timeZone"],
  [{ timeZone: "+07:00" }, "time-zone-unknown", "timeZone"],
  [{ language: "?" }, "language-invalid", "language"],
  [{ ignore: ["a", "!b"] }, "pattern-invalid", "ignore"],
  [{ include: ["../a"] }, "pattern-invalid", "include"],
] as const)("refuses %o: %s", ([settings, code, setting]) => {
  expect(() => checkSettings(settings)).toThrow(expect.objectContaining({ code, setting }));
});

it("is asked before an article is read, whether or not it has a date", () => {
  const settings = { timeZone: "Mars/Olympus" };
  expect(() => parseArticle({ path: "a.md", text: "Text." }, settings)).toThrow(SettingsError);
});
