import type { UserWorkspaceConfig } from "vitest/config";

const tests: UserWorkspaceConfig = {
  test: { include: ["test/**/*.test.ts"] },
};

export default tests;
