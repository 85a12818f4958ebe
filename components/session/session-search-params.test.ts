import { describe, expect, it } from "vitest";
import { filterOf, hasState, isFiltered, toggleState } from "./session-search-params";

const params = { q: "", state: "", server: "", group: "", user: "", userSource: "", sort: "", details: "" };

describe("the filter of the sessions page", () => {
  it("is what the API takes: without empty values and without the page's own", () => {
    expect(filterOf({ ...params, q: "ada", sort: "-since", details: "some-key" })).toEqual({
      q: "ada",
      sort: "-since",
    });
  });

  it("is not a filter when it only sorts or shows details", () => {
    expect(isFiltered({ ...params, sort: "-since", details: "some-key" })).toBe(false);
    expect(isFiltered({ ...params, group: "g" })).toBe(true);
  });

  it("adds and takes away a state, whatever its case", () => {
    expect(toggleState("", "Active")).toBe("Active");
    expect(toggleState("Active", "Disconnected")).toBe("Active,Disconnected");
    expect(toggleState("active,Disconnected", "Active")).toBe("Disconnected");
    expect(hasState("active,Disconnected", "Active")).toBe(true);
    expect(hasState("", "Active")).toBe(false);
  });
});
