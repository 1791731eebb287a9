import { expect, it } from "vitest";
import { licenseUrl } from "../../src/presentation/publishing.ts";

it.for([
  ["https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"],
  ["HTTP://terms.example/a b", "http://terms.example/a%20b"],
  ["CC-BY-4.0", undefined],
  ["javascript:alert(1)", undefined],
  ["https://", undefined],
  [undefined, undefined],
])("terms called %s are found at %s", ([license, url]) => {
  expect(licenseUrl(license)).toBe(url);
});
