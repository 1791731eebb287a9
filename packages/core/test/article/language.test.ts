import { describe, expect, it } from "vitest";
import { contradiction, declaredLanguage } from "../../src/article/language.ts";

const english =
  "The ferry will stop when the bridge opens, and the families who live by it have been told to wait for a letter from the ministry. Nobody has seen one yet, but it is said that they are on the way.";
const french =
  "Le bac s’arrêtera quand le pont ouvrira, et les familles qui en vivent ont été priées d’attendre une lettre du ministère. Personne n’en a vu pour le moment, mais elles sont en route, dit-on dans la ville.";
const khmer = "សាឡាងនឹងឈប់ដំណើរការនៅពេលស្ពានបើក ហើយគ្រួសារដែលរស់ដោយសារវាត្រូវបានប្រាប់ឱ្យរង់ចាំសំបុត្រពីក្រសួង។";

describe("declaredLanguage", () => {
  it.for([
    ["en", "en", false],
    ["EN", "en", false],
    ["km-kh", "km-KH", false],
    ["zh-hant", "zh-Hant", false],
    ["en_US", "en-US", true],
    ["en_US.UTF-8", "en-US", true],
    ["English", "en", true],
    ["Français", "fr", true],
    ["ភាសាខ្មែរ", "km", true],
    ["kh", "km", true],
    ["jp", "ja", true],
  ] as const)("understands %s", ([written, tag, informal]) => {
    expect(declaredLanguage(written)).toEqual({ tag, informal });
  });

  it.for(["", "xx-no-such", "Klingonese", "e", "12", "constructor", "__proto__"])(
    "does not understand %j",
    (written) => {
      expect(declaredLanguage(written)).toBe(undefined);
    },
  );
});

describe("contradiction", () => {
  it("finds a text in another script, or clearly in another language", () => {
    expect(contradiction("en", khmer)).toBe("km");
    expect(contradiction("km", english)).toBe("en");
    expect(contradiction("en", french)).toBe("fr");
  });

  it.for([
    ["en", english],
    ["en-GB", english],
    ["fr", french],
    ["km", khmer],
    ["en", "កម្ពុជា"],
    ["en", "La la land"],
    ["hr", english],
    ["ja", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"],
    ["km", ""],
  ] as const)("finds none where %s may be right", ([tag, text]) => {
    expect(contradiction(tag, text)).toBe(undefined);
  });
});
