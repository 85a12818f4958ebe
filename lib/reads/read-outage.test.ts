import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutageResponse } from "@/lib/api/contract/leases";
import { HOUR, launch, OutageSite, office, people, sees } from "./outage.fixture";
import { coverageNow } from "./outage-index";
import { aLease, guid, NOON, readingAt } from "./site.fixture";

/** If the database failed now: who could still launch what. */

const outage = new OutageSite();
beforeEach(() => outage.open());
afterEach(() => outage.close());

describe("the outage answer", () => {
  it("counts pairs of user and resource, by group and by reason", async () => {
    const answer = await outage.read();
    expect(OutageResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      ...{ era: "leases", flags: { leasing: true, cache: false }, release: "7.15", inUse: null },
      ...{ covered: 1, uncovered: 5, unknown: 0, people: { all: 0, some: 1, none: 2 }, total: 6 },
      byReason: { "never-launched": 4, maintenance: 1 },
      falling: { day: 0, threeDays: 0 },
    });
    expect(answer.byGroup).toEqual([
      {
        ...{ key: office.key, name: "Office", covered: 1, uncovered: 5, unknown: 0 },
        why: { "never-launched": 4, maintenance: 1 },
      },
    ]);
    expect(answer.rows[1]).toEqual({
      ...{ user: "CORP\\user1", userFullName: "User 1", userKey: people[0]?.key, group: "Office", application: "Word" },
      ...{ coverage: "covered", why: null, until: new Date(NOON + 200 * HOUR).toISOString() },
      ...{ machine: "SRV0001", machineKey: guid(2, 1), leaseKey: aLease(1).key },
    });
    expect(coverageNow(readingAt(outage.site))).toEqual({ covered: 1, uncovered: 5, unknown: 0 });
  });

  it("lists them by user and resource, filtered", async () => {
    expect(await outage.lines()).toEqual([
      ...["user1 Excel: never-launched", "user1 Word: covered", "user2 Excel: never-launched"],
      ...["user2 Word: maintenance", "user3 Excel: never-launched", "user3 Word: never-launched"],
    ]);
    expect(await outage.lines({ coverage: "covered" })).toEqual(["user1 Word: covered"]);
    expect(await outage.lines({ why: "maintenance" })).toEqual(["user2 Word: maintenance"]);
    expect(await outage.lines({ user: "user1" })).toEqual(["user1 Excel: never-launched", "user1 Word: covered"]);
    expect(await outage.lines({ server: "srv0002" })).toEqual(["user2 Word: maintenance"]);
    expect(await outage.lines({ server: "srv0002", user: "user1" })).toEqual([]);
    expect(await outage.lines({ group: "Pooled" })).toEqual([]);
    expect(await outage.lines({ group: office.key, coverage: "covered" })).toEqual(["user1 Word: covered"]);
    expect(await outage.read({ server: "srv0001", coverage: "uncovered" })).toMatchObject({ covered: 1, total: 0 });
  });

  it("lists who falls out within a time, the first to fall first", async () => {
    outage.site.publish({ leases: [launch(1, 1, 30), launch(6, 3, 23)] });
    expect((await outage.read()).falling).toEqual({ day: 1, threeDays: 2 });
    expect(await outage.lines({ within: "24h" })).toEqual(["user3 Word: covered"]);
    expect(await outage.lines({ within: "3d" })).toEqual(["user3 Word: covered", "user1 Word: covered"]);
    expect(await outage.lines({ within: "3d", user: "user1" })).toEqual(["user1 Word: covered"]);
  });

  it("goes on from a cursor where people came and went meanwhile", async () => {
    const first = await outage.read({ limit: 3 });
    expect([first.total, first.first, first.rows.length]).toEqual([6, 0, 3]);
    outage.site.publish({ leases: [sees(7, 9)], leasesGone: [aLease(2).key, aLease(1).key] });
    const next = await outage.read({ limit: 3, cursor: first.next });
    expect(next.rows.map(({ user, application }) => `${user} ${application}`)).toEqual([
      ...["CORP\\user2 Word", "CORP\\user3 Excel", "CORP\\user3 Word"],
    ]);
    expect((await outage.read({ offset: 4 })).first).toBe(4);
    await expect(outage.read({ cursor: first.next, coverage: "covered" })).rejects.toMatchObject({ field: "cursor" });
  });

  it.each([
    ["group", "Nowhere"],
    ["user", "nobody"],
    ["server", "SRV9999"],
  ])("says that there is no %s of that name", async (field, name) => {
    await expect(outage.read({ [field]: name })).rejects.toMatchObject({ code: "not-found", field });
  });

  it("still finds whom and what only leases remember", async () => {
    const closed = { group: "Closed", application: null };
    const gone = aLease(8, { ownerSid: null, ownerName: "CORP\\left", ownerUpn: null, machine: "OLD1" });
    outage.site.publish({
      leases: [
        { ...gone, resources: [{ group: "Closed", application: null }] },
        { ...gone, key: "seen", type: "Enumeration", resources: [closed] },
      ],
    });
    expect(await outage.lines({ user: "CORP\\left", why: "gone" })).toEqual(["left null: gone"]);
    expect(await outage.lines({ server: "old1" })).toEqual(["left null: gone"]);
    expect(await outage.lines({ group: "closed" })).toEqual(["left null: gone"]);
  });
});
