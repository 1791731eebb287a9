import { join } from "node:path";
import type { UserWorkspaceConfig } from "vitest/config";

const tests: UserWorkspaceConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    // Long enough for a busy machine: no test is about time, only one that hangs should fail by it.
    testTimeout: 60_000,
    // Each thread that a test starts would compile what takes the types out of its files, which is most of its
    // work, and Node dies now and then when it ends meanwhile (https://github.com/nodejs/node/issues/64500).
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "../../node_modules/.cache/node") },
  },
};

export default tests;
