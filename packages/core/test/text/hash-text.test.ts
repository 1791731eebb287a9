import { expect, test } from "vitest";
import { hashText, hexOfText } from "../../src/text/hash-text.ts";

// Of https://datatracker.ietf.org/doc/html/rfc9923, which are those of Landon Curt Noll's test suite.
test.for([
  ["", "cbf29ce484222325", "6c62272e07bb014262b821756295c58d"],
  ["a", "af63dc4c8601ec8c", "d228cb696f1a8caf78912b704e4a8964"],
  ["foobar", "85944171f73967e8", "343e1662793c64bf6f0d3597ba446f18"],
] as const)("%j has the hashes that others find", ([text, short, long]) => {
  expect(hashText(text, 64).toString(16)).toBe(short);
  expect(hexOfText(text, 32)).toBe(long);
  expect(hexOfText(text, 8)).toBe(long.slice(0, 8));
});
