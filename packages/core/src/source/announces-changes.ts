import { statfsSync } from "node:fs";

/**
 * File systems whose changes by other machines are not announced to this one, by the numbers that
 * statfs(2) gives them: NFS, SMB, SMB 2, CIFS, FUSE, 9P, VirtualBox shares, Ceph, AFS.
 */
const silent: ReadonlySet<number> = new Set([
  0x69_69, 0x51_7b, 0xfe_53_4d_42, 0xff_53_4d_42, 0x65_73_55_46, 0x01_02_19_97, 0x78_6f_42_56,
  0x00_c3_6d_09, 0x53_46_41_6f,
]);

/** Whether the file system of a folder announces every change, as far as it can be told. */
export function announcesChanges(folder: string): boolean {
  try {
    return process.platform !== "linux" || !silent.has(statfsSync(folder).type);
  } catch {
    return false;
  }
}
