import { expect, test } from "vitest";
import { torture } from "../torture/torture.ts";

test("an index keeps what it promised when its process is killed", async () => {
  const { promises, faults } = await torture(8, 20241126);
  expect(faults).toEqual([]);
  expect(promises).toBeGreaterThan(0);
});
