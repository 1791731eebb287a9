import { describe, expect, it } from "vitest";
import { peopleIn } from "../../src/article/people.ts";

describe("peopleIn", () => {
  it.for([
    ["Srey Veal", ["Srey Veal"]],
    ["By Srey Veal and Dara Meas", ["Srey Veal", "Dara Meas"]],
    ["Srey Veal, Dara Meas, Hun Ly", ["Srey Veal", "Dara Meas", "Hun Ly"]],
    ["Srey Veal, Dara Meas, and Hun Ly", ["Srey Veal", "Dara Meas", "Hun Ly"]],
    ["Veal, Srey", ["Veal, Srey"]],
    ["Hélène Varnet et Marie Duval", ["Hélène Varnet", "Marie Duval"]],
    ["Srey Veal / Dara Meas; Hun Ly", ["Srey Veal", "Dara Meas", "Hun Ly"]],
    ["ស្រី វាល និង តារា មាស", ["ស្រី វាល", "តារា មាស"]],
    ["Sandy Anderson", ["Sandy Anderson"]],
    ["Byron Ly", ["Byron Ly"]],
    ["Srey Veal, for the ferry desk", ["Srey Veal"]],
    ["Srey Veal and Dara Meas, on behalf of the ferry desk", ["Srey Veal", "Dara Meas"]],
    ["Srey Veal, updated in May 2013", ["Srey Veal, updated in May 2013"]],
    ["Srey Veal <srey@gazette.example>, Dara Meas", ["Srey Veal", "Dara Meas"]],
    ["Srey Veal https://gazette.example/srey", ["Srey Veal"]],
    ["Srey Veal (https://gazette.example)", ["Srey Veal"]],
    ["[Srey Veal](https://gazette.example) and [Dara](/team/dara)", ["Srey Veal", "Dara"]],
  ] as const)("reads %s", ([line, people]) => {
    expect(peopleIn(line)).toEqual(people);
  });
});
