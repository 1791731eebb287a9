import { create, insertMultiple, search } from "@orama/orama";
import { within } from "../search-classes.ts";
import { measurePeer } from "./measure-peer.mjs";

// `node search-orama.mjs FOLDER` (https://docs.orama.com). It takes every word for the beginning of one.

const index = create({
  schema: {
    headline: "string",
    body: "string",
    section: "enum",
    language: "enum",
    time: "number",
  },
});
const where = {
  section: { eq: within.section },
  language: { eq: within.language },
  time: { between: [within.fromMs, within.toMs - 1] },
};

async function ask(term, options = {}) {
  const { hits, count } = await search(index, {
    term,
    limit: 20,
    properties: ["headline", "body"],
    threshold: 0,
    boost: { headline: 3 },
    ...options,
  });
  return { hits, total: count };
}

await measurePeer(process.argv[2], {
  put: (documents) => insertMultiple(index, documents),
  search: (words) => ask(words),
  searchBegun: (words) => ask(words),
  searchWithin: (words) => ask(words, { where }),
});
