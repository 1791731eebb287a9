import { expect, test } from "vitest";
import {
  folderUnreadable,
  indexDamaged,
  indexNotKept,
  indexNotWritten,
  notAnnounced,
  otherWriter,
} from "../../src/archive/notices.ts";
import { oneSentence } from "../durability/run-archive.ts";

test("whatever the reader is told is one sentence: what is so, what follows, and what can be done", () => {
  for (const cause of [new Error("Disk is full."), "it is not there", "disk I/O error"]) {
    const notices = [
      indexDamaged,
      indexNotKept(cause),
      indexNotWritten(cause),
      folderUnreadable(cause),
      notAnnounced("too many folders"),
      otherWriter,
    ];
    for (const notice of notices) expect(notice).toMatch(oneSentence);
  }
});
