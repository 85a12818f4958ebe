import { describe, expect, it } from "vitest";
import { filterOf, type GhostParams, isFiltered, NO_FILTER } from "./ghost-search-params";

const params: GhostParams = { ...NO_FILTER, sort: "", by: "list", ghost: "" };

describe("the filter of the queue", () => {
  it("is what the API takes: without empty values and without the page's own", () => {
    expect(filterOf({ ...params, class: "nameless", sort: "-since", by: "server", ghost: "g1" })).toEqual({
      class: "nameless",
      sort: "-since",
    });
  });

  it("is not a filter when it only sorts, groups or shows one", () => {
    expect(isFiltered({ ...params, sort: "-since", by: "server", ghost: "g1" })).toBe(false);
    expect(isFiltered({ ...params, state: "cleared" })).toBe(true);
  });
});
