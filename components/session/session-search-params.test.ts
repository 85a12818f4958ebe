import { describe, expect, it } from "vitest";
import { filterOf, hasName, isFiltered, type SessionParams, toggleName } from "./session-search-params";

const params: SessionParams = {
  q: "",
  state: "",
  class: "",
  server: "",
  group: "",
  user: "",
  userSource: "",
  life: "",
  overdue: "",
  sort: "",
  details: "",
};

describe("the filter of the sessions page", () => {
  it("is what the API takes: without empty values and without the page's own", () => {
    expect(filterOf({ ...params, q: "ada", sort: "-since", details: "some-key" })).toEqual({
      q: "ada",
      sort: "-since",
    });
    expect(filterOf({ ...params, class: "nameless,just-old" })).toEqual({ class: "nameless,just-old" });
  });

  it("is not a filter when it only sorts or shows details", () => {
    expect(isFiltered({ ...params, sort: "-since", details: "some-key" })).toBe(false);
    expect(isFiltered({ ...params, group: "g" })).toBe(true);
    expect(isFiltered({ ...params, class: "nameless" })).toBe(true);
  });

  it("adds and takes away a name, whatever its case", () => {
    expect(toggleName("", "Active")).toBe("Active");
    expect(toggleName("Active", "Disconnected")).toBe("Active,Disconnected");
    expect(toggleName("active,Disconnected", "Active")).toBe("Disconnected");
    expect(hasName("active,Disconnected", "Active")).toBe(true);
    expect(hasName("", "Active")).toBe(false);
  });
});
