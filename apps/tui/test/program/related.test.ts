import { afterAll, describe, expect, it, vi } from "vitest";
import { archiveFolder, articleFile } from "./archive-folder.ts";
import { run } from "./run-program.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("broadsheet related", () => {
  const bridges = archiveFolder({
    "one.md": articleFile("The bridge opens", "2024-11-26", {}, "The bridge has a second pier.\n"),
    "two.md": articleFile("The pier is sound", "2024-10-18", {}, "The pier of the bridge.\n"),
    "rice.md": articleFile("A school year", "2024-09-01", {}, "Pupils read on a boat.\n"),
  });
  afterAll(bridges.remove);

  it("prints the articles that are about the same, and not itself", async () => {
    const { code, output } = await run([
      "related",
      "one",
      bridges.folder,
      "--cache",
      bridges.cache,
    ]);
    expect({ code, output }).toEqual({
      code: 0,
      output: "2024-10-18\ttwo\tNational\tThe pier is sound\n",
    });
  });

  it("prints JSON", async () => {
    const args = ["related", "one", bridges.folder, "--cache", bridges.cache, "--json"];
    expect(JSON.parse((await run(args)).output)).toMatchObject({ data: [{ id: "two" }] });
  });

  it("prints the forms that lists have too", async () => {
    const args = ["related", "one", bridges.folder, "--cache", bridges.cache];
    expect((await run([...args, "-0"])).output).toBe(`${bridges.folder}/two.md\0`);
    expect((await run([...args, "--csv"])).output).toMatch(
      /^id,datePublished,.*\r\ntwo,2024-10-18,/,
    );
    expect(JSON.parse((await run([...args, "--ndjson"])).output)).toMatchObject({ id: "two" });
    expect((await run([...args, "--csv", "--json"])).code).toBe(2);
  });

  it("says that there is no such article", async () => {
    const { code, errors } = await run(["related", "x", bridges.folder, "--cache", bridges.cache]);
    expect(code).toBe(1);
    expect(errors).toMatch(/no article with the id x\./);
  });

  it("a search that finds nothing says what was meant", async () => {
    const { errors } = await run(["search", "brigde", bridges.folder, "--cache", bridges.cache]);
    expect(errors).toMatch(/Did you mean bridge\?/);
  });
});
