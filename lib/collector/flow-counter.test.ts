import { describe, expect, it } from "vitest";
import type { Session } from "@/lib/domain/site";
import { aSession } from "@/lib/reads/site.fixture";
import { FlowCounter } from "./flow-counter";

/** What goes from one state to another, as the reads see it. */

const GROUP = "group";
const desktop = (number: number, values: Partial<Session>) =>
  aSession(number, { appState: "Desktop", deliveryGroupKey: GROUP, state: "Active", idleSince: null, ...values });
const came = (...upserts: Session[]) => ({ sessions: { upserts, removals: [] } });
const went = (...removals: string[]) => ({ sessions: { upserts: [], removals } });

function began(...sessions: Session[]): FlowCounter {
  const counter = new FlowCounter();
  counter.observe(came(...sessions));
  counter.began();
  return counter;
}

describe("the flows", () => {
  it("begin with the first whole read: what was there came from nowhere", () => {
    expect([...began(desktop(1, {}), desktop(2, { state: "Disconnected" })).take()]).toEqual([]);
  });

  it("are counted for the site and for the group, once", () => {
    const counter = began(desktop(1, {}));
    counter.observe(came(desktop(1, { state: "Disconnected" }), desktop(2, {})));
    counter.observe(came(desktop(1, { state: "Disconnected", client: "other" })));
    const counts = { "interactive-active>interactive-disconnected": 1, "starting>interactive-active": 1 };
    expect([...counter.take()]).toEqual([
      ["", counts],
      [GROUP, counts],
    ]);
    expect(counter.take().size).toBe(0);
  });

  it("follow the shortest way where two reads see states that no arrow joins", () => {
    const counter = began(desktop(1, { sessionType: "Application", appState: "PreLaunched" }));
    counter.observe(came(desktop(1, { sessionType: "Application", appState: "Lingering", state: "Disconnected" })));
    expect(counter.take().get("")).toEqual({
      "pre-launched-active>pre-launched-disconnected": 1,
      "pre-launched-disconnected>lingering-disconnected": 1,
    });
  });

  it("end with the session, and a session without a group counts for the site only", () => {
    const counter = began(desktop(1, { deliveryGroupKey: null }));
    counter.observe(went(aSession(1).key, aSession(9).key));
    expect([...counter.take()]).toEqual([["", { "interactive-active>ended": 1 }]]);
  });

  it("leave out what has no place: nobody knows what it came from", () => {
    const unknown = { sessionType: "Application", appState: null, applications: [] } as const;
    const counter = began(desktop(1, unknown));
    counter.observe(came(desktop(1, { ...unknown, appState: "Active" })));
    expect(counter.take().size).toBe(0);
  });
});
