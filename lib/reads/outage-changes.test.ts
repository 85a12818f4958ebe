import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import type { ResourceRule } from "@/lib/domain/lease/lease";
import { HOUR, inOffice, launch, OutageSite, office, people, pooled } from "./outage.fixture";
import { aMachine, aSession, guid, NOON } from "./site.fixture";

/** What changes the outage answer. */

const outage = new OutageSite();
beforeEach(() => outage.open());
afterEach(() => outage.close());

describe("what a version touched is judged anew", () => {
  const why = async (user: string, now = NOON) =>
    (await outage.lines({ user, coverage: "uncovered" }, now)).find((line) => line.includes("Word"));
  beforeEach(async () => {
    expect((await outage.read()).covered).toBe(1);
    expect(await why("user1")).toBeUndefined();
  });

  it("a machine that is set into maintenance, is lost or leaves", async () => {
    outage.site.publish({ machines: [aMachine(1, { ...inOffice, maintenance: true })] });
    expect(await why("user1")).toBe("user1 Word: maintenance");
    expect(await outage.read()).toMatchObject({ covered: 0, byReason: { maintenance: 2 } });
    outage.site.publish({ machines: [aMachine(1, { ...inOffice, registration: "Unregistered" })] });
    expect(await why("user1")).toBe("user1 Word: unregistered");
    outage.site.publish({ machinesGone: [guid(2, 1)] });
    expect(await why("user1")).toBe("user1 Word: gone");
    outage.site.publish({ machines: [aMachine(1, inOffice)] });
    expect(await why("user1")).toBeUndefined();
  });

  it("a ghost of the very user there, once it is more than suspected", async () => {
    const ghost = { machineKey: guid(2, 1), userKey: people[0]?.key ?? null, class: "named-gone" } as const;
    outage.site.publish({ ghosts: [anIncident(1, ghost)] });
    expect(await why("user1")).toBeUndefined();
    outage.site.publish({ ghosts: [anIncident(1, { ...ghost, state: "confirmed" })] });
    expect(await why("user1")).toBe("user1 Word: ghost");
    expect(await outage.read()).toMatchObject({ covered: 0, byReason: { ghost: 1 } });
    outage.site.publish({ ghosts: [anIncident(1, { ...ghost, state: "cleared" })] });
    expect(await why("user1")).toBeUndefined();
    outage.site.publish({ ghosts: [anIncident(2, { ...ghost, userKey: people[1]?.key ?? null, state: "confirmed" })] });
    expect(await why("user1")).toBeUndefined();
    outage.site.publish({ ghosts: [anIncident(3, { ...ghost, class: "just-old", state: "confirmed" })] });
    expect(await why("user1")).toBeUndefined();
  });

  it("others who fill the machine", async () => {
    const full = Array.from({ length: 4 }, (_, number) =>
      aSession(number, {
        machine: "SRV0001",
        machineKey: guid(2, 1),
        userKey: `S-${number}`,
        user: `CORP\\other${number}`,
      }),
    );
    outage.site.publish({ machines: [aMachine(1, { ...inOffice, loadIndex: 8000 })], sessions: full });
    expect(await why("user1")).toBeUndefined();
    outage.site.publish({
      sessions: [aSession(4, { machine: "SRV0001", machineKey: guid(2, 1) })],
      machines: [aMachine(1, { ...inOffice, loadIndex: 10_000 })],
    });
    expect(await why("user1")).toBe("user1 Word: full");
    const own = aSession(9, { machine: "SRV0001", machineKey: guid(2, 1), userKey: people[0]?.key ?? null });
    outage.site.publish({ sessions: [own] });
    expect(await why("user1")).toBeUndefined();
    outage.site.publish({ ended: [own.key] });
    expect(await why("user1")).toBe("user1 Word: full");
    outage.site.publish({
      ended: full.map(({ key }) => key),
      machines: [aMachine(1, { ...inOffice, loadIndex: 2000 })],
    });
    expect(await why("user1")).toBeUndefined();
  });

  it("what ran out by itself", async () => {
    expect(await why("user1", NOON + 200 * HOUR - 1)).toBeUndefined();
    expect(await why("user1", NOON + 200 * HOUR)).toBe("user1 Word: expired");
    expect(await why("user1", NOON)).toBeUndefined();
    expect(await why("user2", NOON + 301 * HOUR)).toBe("user2 Word: expired");
    outage.site.publish({ leases: [launch(1, 1, 400)] });
    expect(await why("user1", NOON + 301 * HOUR)).toBe("user1 Word: not-listed");
  });

  it("rules that forbid leasing, or name somebody who never launched", async () => {
    const rule: ResourceRule = {
      ...{ groupKey: office.key, kind: "app-entitlement", enabled: true, included: null, leasing: "Disallowed" },
    };
    outage.site.publish({ surroundings: { rules: [rule] } });
    expect(await why("user1")).toBe("user1 Word: not-allowed");
    outage.site.publish({ surroundings: { rules: [{ ...rule, leasing: "Allowed" }] } });
    expect(await why("user1")).toBeUndefined();
    const desktop = {
      ...rule,
      groupKey: pooled.key,
      kind: "desktop-entitlement",
      included: ["CORP\\user3", "CORP\\staff"],
    } as const;
    outage.site.publish({ surroundings: { rules: [desktop] } });
    const answer = await outage.read({ user: "user3", why: "pooled" });
    expect(answer.rows.map(({ group }) => group)).toEqual(["Pooled"]);
    expect(answer.assumptions.some((sentence) => sentence.startsWith("1 name in a rule is"))).toBe(true);
  });

  it("sessions on pooled desktops and of anonymous users, which no lease tells of", async () => {
    const inPool = { deliveryGroup: pooled.name, deliveryGroupKey: pooled.key };
    const user = people[0];
    outage.site.publish({
      sessions: [
        aSession(1, { ...inPool, user: user?.account ?? null, userKey: user?.key ?? null }),
        aSession(2, { ...inOffice, user: "SRV0001\\Anon001", anonymous: true }),
        aSession(3, { ...inOffice, user: people[2]?.account ?? null, userKey: people[2]?.key ?? null }),
      ],
    });
    expect(await outage.lines({ why: "pooled" })).toEqual(["user1 null: pooled"]);
    expect((await outage.read({ why: "anonymous" })).rows.map((row) => row.user)).toEqual(["SRV0001\\Anon001"]);
    expect((await outage.read()).total).toBe(8);
    outage.site.publish({ ended: [guid(1, 1), guid(1, 2)] });
    expect((await outage.read()).total).toBe(6);
  });
});
