import { everything } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { embargoWatch } from "../src/visibility.ts";
import { archiveOf, presentMs, river } from "./river-archive.ts";

const shown = { drafts: false, future: false };
const due = Date.UTC(2024, 5, 1, 13);

describe("embargoWatch", () => {
  it("tells when the next article is due", async () => {
    const archive = archiveOf(river);
    const watch = embargoWatch(archive, shown);
    expect(await watch(await archive.status(), presentMs)).toMatchObject({ untilMs: due });
    expect(await watch(await archive.status(), due)).toMatchObject({
      untilMs: Number.POSITIVE_INFINITY,
    });
    expect(await watch(await archive.status(), presentMs)).toMatchObject({ untilMs: due });
  });

  it("follows a clock that is set back", async () => {
    const archive = archiveOf([...river, { id: "later-still", date: "2024-06-01T15:00Z" }]);
    const watch = embargoWatch(archive, shown);
    expect(await watch(await archive.status(), due)).toMatchObject({
      untilMs: Date.UTC(2024, 5, 1, 15),
    });
    expect(await watch(await archive.status(), presentMs)).toMatchObject({ untilMs: due });
  });

  it("knows that what began long ago is not due any more", async () => {
    const archive = archiveOf([...river, { id: "this-year", date: "2024" }]);
    expect(await embargoWatch(archive, shown)(await archive.status(), presentMs)).toMatchObject({
      untilMs: due,
    });
  });

  it("waits for no draft, and for nothing where all may be seen", async () => {
    const archive = archiveOf([{ id: "draft", draft: true, date: "2025" }]);
    const status = await archive.status();
    expect(await embargoWatch(archive, shown)(status, presentMs)).toMatchObject({
      untilMs: Number.POSITIVE_INFINITY,
    });
    expect(
      await embargoWatch(archive, { ...shown, drafts: true })(status, presentMs),
    ).toMatchObject({
      untilMs: Date.UTC(2025, 0),
    });
    expect(
      await embargoWatch(archive, { drafts: true, future: true })(status, presentMs),
    ).toMatchObject({
      untilMs: Number.POSITIVE_INFINITY,
    });
  });

  it("searches once until the article is due", async () => {
    const archive = archiveOf(river);
    let searches = 0;
    const counted = {
      ...archive,
      search: (...asked: Parameters<typeof archive.search>) => {
        searches++;
        return archive.search(...asked);
      },
    };
    const watch = embargoWatch(counted, shown);
    for (const nowMs of [presentMs, presentMs + 1, due - 1])
      await watch(await archive.status(), nowMs);
    expect(searches).toBe(1);
  });

  it("does not guess when the archive has moved on, or too many articles go on", async () => {
    const archive = archiveOf(river);
    const watch = embargoWatch(archive, shown);
    expect(
      await watch({ ...(await archive.status()), generation: "older" }, presentMs),
    ).toBeUndefined();

    const many = Array.from({ length: 501 }, (_, place) => ({ id: `year-${place}`, date: "2024" }));
    const full = archiveOf([...many, { id: "later", date: "2024-12-01T00:00Z" }]);
    expect((await full.search(everything)).total).toBe(502);
    expect(await embargoWatch(full, shown)(await full.status(), presentMs)).toBeUndefined();
  });
});
