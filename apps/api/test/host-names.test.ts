import { describe, expect, it } from "vitest";
import { exposure, hostNames, isLoopback } from "../src/host-names.ts";

describe("isLoopback", () => {
  it.for(["127.0.0.1", "127.8.8.8", "localhost", "::1"])("knows %s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.for(["0.0.0.0", "::", "192.168.1.2", "127.evil.example", "localhost.evil.example", ""])(
    "does not take %s for one",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe("hostNames", () => {
  it("are this machine's own and the allowed ones on a loopback address", () => {
    expect(hostNames("127.0.0.1", ["news.example"])).toContain("news.example");
    expect(hostNames("127.8.8.8", [])).toEqual(["localhost", "127.0.0.1", "[::1]", "127.8.8.8"]);
    expect(hostNames("::1", [])).toContain("[::1]");
  });

  it("are any elsewhere, unless some are named", () => {
    expect(hostNames("0.0.0.0", [])).toBeUndefined();
    expect(hostNames("0.0.0.0", ["news.example"])).toEqual(["news.example"]);
  });
});

describe("exposure", () => {
  it("is warned of where others reach the server", () => {
    expect(exposure("127.0.0.1")).toBeUndefined();
    expect(exposure("0.0.0.0")).toContain("--host");
  });
});
