import { expect, test, vi } from "vitest";
import type * as Files from "node:fs";
import { announcesChanges } from "../../src/source/announces-changes.ts";

/** What the system says of the drive that a folder is on. */
const drive = vi.hoisted(() => ({ type: 0 as number | undefined }));

vi.mock("node:fs", async (load) => ({
  ...(await load<typeof Files>()),
  statfsSync: () => {
    if (drive.type === undefined) throw new Error("no such folder");
    return { type: drive.type };
  },
}));

test.skipIf(process.platform !== "linux").for([
  ["ext4", 0xef_53, true],
  ["btrfs", 0x91_23_68_3e, true],
  ["tmpfs", 0x01_02_19_94, true],
  ["NFS", 0x69_69, false],
  ["SMB 2", 0xfe_53_4d_42, false],
  ["FUSE", 0x65_73_55_46, false],
  ["one that is gone", undefined, false],
] as const)("whether a drive announces what changes on it: %s", ([, type, expected]) => {
  drive.type = type;
  expect(announcesChanges("/somewhere")).toBe(expected);
});
