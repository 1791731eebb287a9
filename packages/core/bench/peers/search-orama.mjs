import { create, insertMultiple, search } from "@orama/orama";
import { measurePeer } from "./measure-peer.mjs";

// `node search-orama.mjs FOLDER` (https://docs.orama.com).

const index = create({ schema: { headline: "string", body: "string" } });
await measurePeer(process.argv[2], {
  put: (documents) => insertMultiple(index, documents),
  search: async (term) => {
    const { hits, count } = await search(index, { term, limit: 20, boost: { headline: 3 } });
    return { hits, total: count };
  },
});
