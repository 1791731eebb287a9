import MiniSearch from "minisearch";
import { measurePeer } from "./measure-peer.mjs";

// `node search-minisearch.mjs FOLDER` (https://lucaong.github.io/minisearch/).

const index = new MiniSearch({ fields: ["headline", "body"] });
await measurePeer(process.argv[2], {
  put: (documents) => index.addAll(documents),
  search: (words) => {
    const all = index.search(words, { combineWith: "AND", boost: { headline: 3 } });
    return { hits: all.slice(0, 20), total: all.length };
  },
});
