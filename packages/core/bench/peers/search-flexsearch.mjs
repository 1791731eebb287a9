import FlexSearch from "flexsearch";
import { measurePeer } from "./measure-peer.mjs";

// `node search-flexsearch.mjs FOLDER` (https://github.com/nextapps-de/flexsearch).

const index = new FlexSearch.Document({ document: { id: "id", index: ["headline", "body"] } });
await measurePeer(process.argv[2], {
  put: (documents) => {
    for (const document of documents) index.add(document);
  },
  search: (words) => {
    const all = index.search(words, { limit: 1_000_000, merge: true });
    return { hits: all.slice(0, 20), total: all.length };
  },
});
