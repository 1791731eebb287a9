import type { Options } from "tsup";

const bundle: Options = {
  entry: ["src/main.ts", "src/index.ts"],
  format: "esm",
  target: "node24",
  removeNodeProtocol: false,
  clean: true,
};

export default bundle;
