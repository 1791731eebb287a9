import type { Options } from "tsup";

const bundle: Options = {
  entry: ["src/index.ts"],
  format: "esm",
  target: "es2024",
  clean: true,
};

export default bundle;
