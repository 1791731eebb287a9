import { KeptArchive } from "../../src/kept-archive.ts";
import { everything } from "../../src/query/query.ts";

// `node archive-process.ts FOLDER CACHE [USER]`: opens an archive, brings its index into step, and says what it
// has as a line of JSON; again for each line that it is given, until there are no more. USER is a number.

/** What the process says. */
export type Seen = {
  readonly state: string;
  readonly generation: string;
  readonly notices: readonly string[];
  readonly articles: number;
  /** Of all articles, in order. */
  readonly headlines: readonly string[];
  /** The `code` of what was thrown. */
  readonly failure?: string;
};

const [folder = "", cacheFolder = "", user] = process.argv.slice(2);
// Every file of the program is loaded by now: the user may not be allowed to.
if (user !== undefined) {
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
const archive = new KeptArchive({
  folder,
  cacheFolder,
  watch: false,
  asked: Promise.resolve(),
  onStatus: () => {},
});
await say();
for await (const line of process.stdin) if (String(line) !== "") await say();
await archive.close();

async function say(): Promise<void> {
  let failure: string | undefined;
  await archive.refresh().catch((error: { readonly code?: string }) => (failure = error.code));
  const { state, generation, notices, articles } = await archive.status();
  const { hits } = await archive.ask((asked) => asked.search(everything, { limit: 500 }));
  const headlines = hits.map(({ article }) => article.headline);
  const seen = { state, generation, notices, articles, headlines };
  process.stdout.write(`${JSON.stringify({ ...seen, ...(failure && { failure }) })}\n`);
}
