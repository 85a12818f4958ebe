import { expect, it } from "vitest";
import { seeAgain } from "./confirm-incident";
import { findIncident } from "./find-incident";
import { aFinding, anIncident } from "./incident.fixture";

const trace = { class: "failure-trace", subject: { kind: "machine", key: "machine-1" } } as const;

it("keeps since when a machine has been sick, though the window of its trace moves on", () => {
  const incident = anIncident(1, { ...trace, since: 1_000 });
  const found = (since: number) =>
    findIncident(incident, { type: "found", finding: aFinding({ ...trace, since }), at: 900_000, id: "other" });
  expect(found(500_000).incident?.since).toBe(1_000);
  expect(found(500).incident?.since).toBe(500);
});

it("takes the finding's word for since when a session entered another state", () => {
  const incident = anIncident(1, { since: 1_000 });
  const found = findIncident(incident, {
    type: "found",
    finding: aFinding({ since: 5_000 }),
    at: 900_000,
    id: "other",
  });
  expect(found.incident?.since).toBe(5_000);
});

it("stays returned when it is confirmed again, and says when that was", () => {
  const back = anIncident(1, {
    state: "returned",
    returns: 1,
    confirmedAt: null,
    suspectedAt: 1_000,
    lastSeenAt: 1_000,
  });
  expect(seeAgain(back, 10_999).entries).toEqual([]);
  const seen = seeAgain(back, 11_000);
  expect(seen.incident).toMatchObject({ state: "returned", confirmedAt: 11_000 });
  expect(seen.entries).toEqual([{ at: 11_000, event: "confirmed", by: null, detail: null }]);
});
