import { fileURLToPath } from "node:url";
import type { Options } from "tsup";
import { thirdPartyLicenses } from "../../packages/core/bundle/third-party-licenses.ts";

// Ink and what else is a development dependency goes into the bundle: the program starts a third
// quicker, and text is as wide for Ink as it is for the core, which the Khmer screens need.
const bundle: Options = {
  entry: ["src/main.tsx"],
  format: "esm",
  target: "node24",
  removeNodeProtocol: false,
  splitting: true,
  clean: true,
  minify: true,
  // Without `fetch` Yoga decodes its data URL itself, and Node need not load its HTTP client.
  define: { "process.env.NODE_ENV": '"production"', fetch: "undefined" },
  // React is CommonJS and asks for Node's modules through `require`.
  banner: {
    js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
  },
  esbuildOptions(options) {
    options.alias = {
      // Ink's developer tools, which are never started here.
      "react-devtools-core": "data:text/javascript,export default {}",
      "string-width": fileURLToPath(new URL("src/dialogs/ink-width.ts", import.meta.url)),
    };
  },
  esbuildPlugins: [thirdPartyLicenses],
};

export default bundle;
