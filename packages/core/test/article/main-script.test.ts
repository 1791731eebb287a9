import { describe, expect, it } from "vitest";
import { mainScript } from "../../src/article/main-script.ts";

describe("mainScript", () => {
  it("counts Chinese characters as Japanese beside kana", () => {
    expect(mainScript("橋の開通")?.name).toBe("Kana");
    expect(mainScript("大桥通车")?.name).toBe("Hani");
  });

  it("is that of most of the text, with its share", () => {
    expect(mainScript("Ferry families")).toEqual({ name: "Latn", letters: 13, share: 1 });
    expect(mainScript("ស្ពាន bridge")).toMatchObject({ name: "Khmr" });
    expect(mainScript("2024 – 11")).toBe(undefined);
  });
});
