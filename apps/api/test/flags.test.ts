import { describe, expect, it } from "vitest";
import { environmentName, exitCodes, flags, helpText } from "../src/flags.ts";

describe("the help text", () => {
  it.for(flags)("explains --$name", ({ name, description }) => {
    expect(helpText()).toContain(`--${name}`);
    expect(helpText()).toContain(description);
  });

  it("explains how the command ends", () => {
    const [, codes = ""] = helpText().split("Exit codes:");
    for (const code of Object.values(exitCodes)) expect(codes).toContain(`${code} `);
  });

  it("fits a terminal of 100 columns", () => {
    for (const line of helpText().split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe("environmentName", () => {
  it("is the flag in capitals after the name of the project", () => {
    expect(environmentName("allow-host")).toBe("BROADSHEET_ALLOW_HOST");
  });
});
