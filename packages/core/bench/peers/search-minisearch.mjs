import MiniSearch from "minisearch";
import { within } from "../search-classes.ts";
import { measurePeer } from "./measure-peer.mjs";

// `node search-minisearch.mjs FOLDER` (https://lucaong.github.io/minisearch/).

const index = new MiniSearch({
  fields: ["headline", "body"],
  storeFields: ["section", "language", "time"],
});
const isWithin = ({ section, language, time }) =>
  section === within.section &&
  language === within.language &&
  time >= within.fromMs &&
  time < within.toMs;

function search(words, options = {}) {
  const all = index.search(words, { combineWith: "AND", boost: { headline: 3 }, ...options });
  return { hits: all.slice(0, 20), total: all.length };
}

await measurePeer(process.argv[2], {
  put: (documents) => index.addAll(documents),
  search,
  searchBegun: (words) => search(words, { prefix: true }),
  searchWithin: (words) => search(words, { filter: isWithin }),
});
