import type { UserWorkspaceConfig } from "vitest/config";

const tests: UserWorkspaceConfig = {
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Long enough for a busy machine: no test is about time, only one that hangs should fail by it.
    testTimeout: 60_000,
  },
};

export default tests;
