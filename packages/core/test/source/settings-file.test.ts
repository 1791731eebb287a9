import { renameSync, rmSync, symlinkSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { SettingsFile } from "../../src/source/settings-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("settings stay as they are while the folder is gone, or cannot be looked at", () => {
  const root = temporaryFolder({ "broadsheet.json": `{ "name": "Harbour News" }` });
  const file = new SettingsFile(root);
  renameSync(root, `${root}-away`);
  onTestFinished(() => rmSync(`${root}-away`, { recursive: true, force: true }));
  file.readAgain();
  symlinkSync(root, root);
  file.readAgain();
  expect([file.settings.name, file.version, file.problems]).toEqual(["Harbour News", 0, []]);
});
