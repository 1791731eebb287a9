import { describe, expect, it } from "vitest";
import { peopleIn } from "../../src/article/people.ts";

describe("peopleIn", () => {
  it.for([
    ["Srey Veal", ["Srey Veal"]],
    ["By Srey Veal and Dara Meas", ["Srey Veal", "Dara Meas"]],
    ["Srey Veal, Dara Meas, Hun Ly", ["Srey Veal", "Dara Meas", "Hun Ly"]],
    ["Veal, Srey", ["Veal, Srey"]],
    ["Hélène Varnet et Marie Duval", ["Hélène Varnet", "Marie Duval"]],
    ["Srey Veal / Dara Meas; Hun Ly", ["Srey Veal", "Dara Meas", "Hun Ly"]],
    ["ស្រី វាល និង តារា មាស", ["ស្រី វាល", "តារា មាស"]],
    ["Sandy Anderson", ["Sandy Anderson"]],
    ["Byron Ly", ["Byron Ly"]],
  ] as const)("reads %s", ([line, people]) => {
    expect(peopleIn(line)).toEqual(people);
  });
});
