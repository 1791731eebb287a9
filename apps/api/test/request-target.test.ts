import { describe, expect, it } from "vitest";
import { queryEntries, requestTarget } from "../src/request-target.ts";

describe("requestTarget", () => {
  it.for([
    ["http://a.example/v1?q=b", "/v1", "q=b"],
    ["http://a.example/v1", "/v1", ""],
    ["http://a.example:80/a%2Fb?x?y#z", "/a%2Fb", "x?y"],
    ["http://a.example/#?q", "/", ""],
    ["http://a.example", "/", ""],
  ])("takes %s apart", ([url = "", path, query]) => {
    expect(requestTarget(url)).toEqual({ path, query });
  });
});

describe("queryEntries", () => {
  it("reads what forms write", () => {
    expect(queryEntries("q=new+road&section=a%2Cb&&lang&x=y=z")).toEqual({
      entries: [
        ["q", "new road"],
        ["section", "a,b"],
        ["lang", ""],
        ["x", "y=z"],
      ],
      errors: [],
    });
  });

  it.for(["q=100%", "q=%E0%A4%A", "q=%ff", "%=1"])("guesses nothing in %s", (query) => {
    const { entries, errors } = queryEntries(query);
    expect(entries).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.detail).toContain("%25");
  });

  it("names no more than twenty errors", () => {
    expect(queryEntries("q=%&".repeat(1_000)).errors).toHaveLength(20);
  });
});
