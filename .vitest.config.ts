import type { ViteUserConfig } from "vitest/config";

const tests: ViteUserConfig = {
  test: {
    projects: ["{packages,apps}/*/vitest.config.ts"],
    // Tests start programs of their own; more workers would only make them wait for each other.
    maxWorkers: 2,
  },
};

export default tests;
