import type { Options } from "tsup";
import { changedPackages } from "./bundle/changed-packages.ts";
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
  esbuildPlugins: [changedPackages, thirdPartyLicenses],
};

export default bundle;
