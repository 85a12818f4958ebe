import { expect, it, vi } from "vitest";
import { type Sample, takeSamples } from "@/lib/domain/history/sample";
import { log } from "@/lib/log";
import { type CoverageCounts, CoverageSampler } from "./coverage-sample";

const MINUTE = 60_000;
const START = Date.parse("2026-11-19T09:00:00.000Z");
const at = (minute: number): Sample[] => takeSamples(START + minute * MINUTE, [], []);

it("puts the coverage on the whole site's sample every ten minutes, and asks on while nothing can be told", () => {
  const told: (CoverageCounts | null)[] = [null, { covered: 3, uncovered: 1 }, { covered: 4, uncovered: 0 }];
  const sampler = new CoverageSampler(() => told.shift() ?? null);
  const leases = Array.from({ length: 13 }, (_, minute) => sampler.add(at(minute))[0]?.counts.leases ?? null);
  expect(leases).toEqual([
    null,
    { covered: 3, uncovered: 1 },
    ...new Array(9).fill(null),
    { covered: 4, uncovered: 0 },
    null,
  ]);
});

it("leaves the samples of groups alone", () => {
  const sampler = new CoverageSampler(() => ({ covered: 1, uncovered: 1 }));
  const [whole] = at(0);
  const group = { ...whole, at: START, groupKey: "g", counts: whole?.counts ?? ({} as Sample["counts"]) };
  expect(sampler.add([group])).toEqual([group]);
});

it("costs no sample where it cannot be counted, and asks on", () => {
  const error = vi.spyOn(log, "error").mockImplementation(() => {});
  let counts: CoverageCounts | null = null;
  const sampler = new CoverageSampler(() => {
    if (counts === null) throw new RangeError("broken");
    return counts;
  });
  expect(sampler.add(at(0))).toEqual(at(0));
  counts = { covered: 1, uncovered: 0 };
  expect(sampler.add(at(1))[0]?.counts.leases).toEqual(counts);
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});
