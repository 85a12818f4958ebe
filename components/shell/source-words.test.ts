import { describe, expect, it } from "vitest";
import type { SourceStatus } from "@/lib/api/contract/envelope";
import { sourceProblems } from "./source-words";

const source = (part: Partial<SourceStatus>): SourceStatus => ({
  name: "monitor",
  state: "ok",
  asOf: "2026-11-21T09:00:00.000Z",
  ageSeconds: 2,
  newestChange: "2026-11-21T08:40:00.000Z",
  readMs: 12,
  problem: null,
  ...part,
});

describe("sourceProblems", () => {
  it("says nothing of sources that are well, being read or not configured", () => {
    const sources = [
      source({}),
      source({ name: "broker", state: "reading" }),
      source({ name: "sdk", state: "absent" }),
    ];
    expect(sourceProblems(sources)).toEqual([]);
  });

  it("says since when a lost source is lost, and that the page is stale only where it is the site's own tables", () => {
    const problems = sourceProblems([
      source({ name: "sdk", state: "lost", problem: "The bridge does not answer." }),
      source({ state: "lost" }),
    ]);
    expect(problems.map(({ title, stale }) => [title, stale])).toEqual([
      ["The monitoring tables cannot be read.", true],
      ["The broker SDK cannot be read.", false],
    ]);
    expect(problems[0]?.since).toBe("2026-11-21T09:00:00.000Z");
    expect(problems[1]?.detail).toBe("The bridge does not answer.");
  });

  it("tells sources that fail alike together", () => {
    const problem = "The database cannot be reached.";
    const sources = [source({ state: "lost", problem }), source({ name: "broker", state: "lost", problem })];
    expect(sourceProblems(sources).map(({ title }) => title)).toEqual([
      "The monitoring tables and broker tables cannot be read.",
    ]);
  });

  it("dates a stale source by the newest thing written into it", () => {
    expect(sourceProblems([source({ state: "stale" })])[0]?.since).toBe("2026-11-21T08:40:00.000Z");
    expect(sourceProblems([source({ state: "slow" })])[0]?.since).toBeNull();
  });
});
