import { maxPageSize, type Archive, type Problem } from "@broadsheet/core/view";

/** Every problem of an archive, page by page. */
export async function* archiveProblems(archive: Archive): AsyncGenerator<Problem> {
  let cursor: string | undefined;
  do {
    const page = await archive.problems({
      limit: maxPageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.problems;
    cursor = page.next;
  } while (cursor !== undefined);
}
