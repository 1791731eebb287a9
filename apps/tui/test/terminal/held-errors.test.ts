import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { holdErrors } from "../../src/terminal/held-errors.ts";

it("what is written to standard error is held until the screen is gone", async () => {
  let written = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const release = holdErrors(stream as unknown as NodeJS.WriteStream);
  await new Promise<void>((done) => void stream.write("a warning\n", () => done()));
  stream.write("another\n");
  expect(written).toBe("");
  release();
  expect(written).toBe("a warning\nanother\n");
  stream.write("later\n");
  expect(written).toBe("a warning\nanother\nlater\n");
});
