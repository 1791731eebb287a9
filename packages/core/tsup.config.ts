import type { Options } from "tsup";
import { grayMatterWithoutNode } from "./bundle/gray-matter-without-node.ts";
import { thirdPartyLicenses } from "./bundle/third-party-licenses.ts";

const bundle: Options = {
  entry: [
    "src/index.ts",
    "src/view.ts",
    "src/open.ts",
    "src/node.ts",
    "src/conformance.ts",
    "src/index-worker.ts",
    "src/reader-worker.ts",
  ],
  format: "esm",
  target: "node24",
  // Without it `node:sqlite` becomes `sqlite`, which does not exist.
  removeNodeProtocol: false,
  clean: true,
  esbuildPlugins: [grayMatterWithoutNode, thirdPartyLicenses],
};

export default bundle;
