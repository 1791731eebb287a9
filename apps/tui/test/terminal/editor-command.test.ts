import { expect, test } from "vitest";
import { editorCommand } from "../../src/terminal/editor-command.ts";

test("an editor is given the line in the way that it takes it", () => {
  const command = (written: string): unknown => editorCommand({ EDITOR: written }, "/a b.md", 7);
  expect(command("vi")).toEqual(["vi", "+7", "/a b.md"]);
  expect(command("/usr/bin/nano -w")).toEqual(["/usr/bin/nano", "-w", "+7", "/a b.md"]);
  expect(command("code --wait")).toEqual(["code", "--wait", "--goto", "/a b.md:7"]);
  expect(command("hx")).toEqual(["hx", "/a b.md:7"]);
  expect(editorCommand({ EDITOR: "vi" }, "/a.md", undefined)).toEqual(["vi", "/a.md"]);
});

test("VISUAL comes before EDITOR, and without both there is none", () => {
  expect(editorCommand({ VISUAL: "emacs", EDITOR: "vi" }, "/a", 1)?.[0]).toBe("emacs");
  expect(editorCommand({ VISUAL: " ", EDITOR: "" }, "/a", 1)).toBeUndefined();
});
