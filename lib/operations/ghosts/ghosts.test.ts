import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/audit/actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { FixedClock } from "@/lib/clock";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { readHistory, readIncident, toIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Incident } from "@/lib/domain/ghost/incident";
import { anIncident, NOON } from "@/lib/domain/ghost/incident.fixture";
import { ROLES, type Role } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { dismissGhost } from "./dismiss-ghost";
import { releaseGhost } from "./release-ghost";
import { reopenGhost } from "./reopen-ghost";
import { takeGhost } from "./take-ghost";
import type { GhostsScope } from "./work-on-ghost";

const clock = new FixedClock(Date.parse("2026-11-21T10:00:00Z"));
const siteClock = new FixedClock(NOON + 60_000);
const AT = NOON + 60_000;
let temporary: TemporaryDesk;
let ghosts: TestGhostDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  ghosts = new TestGhostDesk();
});
afterEach(() => temporary.remove());

function as(name: string, role: Role = "desk", siteId = "s"): GhostsScope {
  const actor = mintActor({ name, role, siteId }, "person") as Actor;
  return { desk: temporary.desk, clock, siteClock, ghosts, actor };
}
async function store(facts: Partial<Incident> = {}, number = 1): Promise<Incident> {
  const incident = anIncident(number, facts);
  await temporary.desk.incident.create({ data: toIncidentRow("s", incident) });
  return incident;
}
const { id } = anIncident(1);
const stored = () => readIncident(temporary.desk, "s", id);
const history = async () =>
  (await readHistory(temporary.desk, "s", id)).map(({ event, by, detail }) => [event, by, detail]);
const audited = async () => {
  const entries = await temporary.desk.auditEntry.findMany({ orderBy: { id: "asc" } });
  return entries.map(({ actor, action, subject, detail }) => [actor, action, subject, JSON.parse(detail) as unknown]);
};
const WHAT = { class: "nameless", session: anIncident(1).subject.key, user: null, machine: "SRV0001" };
const ENDED = { state: "cleared", clearedAt: NOON, outcome: "ended" } as const;
const DISMISSED = { state: "dismissed", dismissed: { by: "petr", reason: "A robot.", at: NOON } } as const;

/** Nothing was written, nothing told. */
async function expectUntouched(before: Incident): Promise<void> {
  expect(await stored()).toEqual(before);
  expect([await history(), await audited(), ghosts.applied]).toEqual([[], [], []]);
}

describe("taking one", () => {
  it("is kept, told, put into its history, and audited", async () => {
    await store();
    const taken = await takeGhost(as("maria"), id);
    expect(taken.taken).toEqual({ by: "maria", at: AT });
    expect(await stored()).toEqual(taken);
    expect(ghosts.applied).toEqual([taken]);
    expect(await history()).toEqual([["taken", "maria", null]]);
    expect(await audited()).toEqual([["maria", "ghost.take", id, WHAT]]);
  });

  it("again by the same person changes nothing", async () => {
    const before = await store({ taken: { by: "maria", at: NOON } });
    expect(await takeGhost(as("maria"), id)).toEqual(before);
    await expectUntouched(before);
  });

  it("names who has it, and takes it over only where that is said", async () => {
    const before = await store({ taken: { by: "petr", at: NOON } });
    for (const body of [undefined, {}, { over: false }]) {
      await expect(takeGhost(as("maria"), id, body)).rejects.toMatchObject({
        ...{ code: "conflict", message: "petr is working on this. You can take it over." },
      });
    }
    await expectUntouched(before);
    expect((await takeGhost(as("maria"), id, { over: true })).taken?.by).toBe("maria");
    expect(await audited()).toEqual([["maria", "ghost.take", id, { ...WHAT, takenFrom: "petr" }]]);
  });

  it("is done by one of two who try at once", async () => {
    await store();
    const outcomes = await Promise.allSettled([takeGhost(as("maria"), id), takeGhost(as("petr"), id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const winner = (await stored())?.taken?.by;
    expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({
      message: `${winner} is working on this. You can take it over.`,
    });
    expect([(await history()).length, (await audited()).length, ghosts.applied.length]).toEqual([1, 1, 1]);
  });
});

describe("releasing one", () => {
  it("frees it for others", async () => {
    await store({ taken: { by: "maria", at: NOON } });
    expect((await releaseGhost(as("maria"), id)).taken).toBeNull();
    expect((await stored())?.taken).toBeNull();
    expect(await history()).toEqual([["released", "maria", null]]);
    expect(await audited()).toEqual([["maria", "ghost.release", id, WHAT]]);
  });

  it("that nobody has changes nothing; that somebody else has is refused", async () => {
    const free = await store();
    expect(await releaseGhost(as("maria"), id)).toEqual(free);
    await expectUntouched(free);
    await temporary.desk.incident.update({ where: { id }, data: { takenBy: "petr", takenAt: new Date(NOON) } });
    await expect(releaseGhost(as("maria"), id)).rejects.toMatchObject({
      ...{ code: "conflict", message: "petr is working on this, not you. Take it over to release it." },
    });
  });
});

describe("dismissing one", () => {
  it("ends it with who and why", async () => {
    await store({ state: "confirmed", taken: { by: "petr", at: NOON } });
    const after = await dismissGhost(as("maria"), id, { reason: "  A monitoring robot.  " });
    expect(after).toMatchObject({
      ...{ state: "dismissed", taken: null, dismissed: { by: "maria", reason: "A monitoring robot.", at: AT } },
    });
    expect(await stored()).toEqual(after);
    expect(ghosts.applied).toEqual([after]);
    expect(await history()).toEqual([["dismissed", "maria", "A monitoring robot."]]);
    expect(await audited()).toEqual([["maria", "ghost.dismiss", id, { ...WHAT, reason: "A monitoring robot." }]]);
  });

  it.each([
    [undefined, /expected object/],
    [{}, "Say in a few words why it is no ghost."],
    [{ reason: 5 }, "Say in a few words why it is no ghost."],
    [{ reason: "  x " }, "Say in a few words why it is no ghost."],
    [{ reason: "x".repeat(501) }, "A reason has at most 500 characters."],
  ])("takes a reason: not %j", async (input, message) => {
    const before = await store();
    const refusal = dismissGhost(as("maria"), id, input);
    await expect(refusal).rejects.toMatchObject({ code: "invalid" });
    await expect(refusal).rejects.toThrow(message);
    await expectUntouched(before);
  });
});

describe("reopening one", () => {
  it("makes it a suspect again, and forgets who dismissed it but in its history", async () => {
    await store({ ...DISMISSED, confirmedAt: NOON });
    const after = await reopenGhost(as("maria"), id);
    expect(after).toMatchObject({ state: "suspect", dismissed: null, suspectedAt: AT, confirmedAt: null });
    expect(await stored()).toEqual(after);
    expect(ghosts.applied).toEqual([after]);
    expect(await history()).toEqual([["reopened", "maria", null]]);
    expect(await audited()).toEqual([
      ["maria", "ghost.reopen", id, { ...WHAT, dismissedBy: "petr", reason: "A robot." }],
    ]);
  });

  it("is refused where a later ghost stands in its place", async () => {
    await store({ ...DISMISSED, clearedAt: NOON });
    await store({ firstSeenAt: NOON + 30_000 }, 2);
    await expect(reopenGhost(as("maria"), id)).rejects.toMatchObject({ code: "conflict" });
    expect([await audited(), ghosts.applied]).toEqual([[], []]);
  });
});

describe("what does not fit the state is a conflict that says why", () => {
  const take = () => takeGhost(as("maria"), id);
  const release = () => releaseGhost(as("maria"), id);
  const dismiss = () => dismissGhost(as("maria"), id, { reason: "A robot." });
  const reopen = () => reopenGhost(as("maria"), id);

  it.each([
    ["take", take, ENDED, "This ghost is gone: there is nothing left to work on."],
    ["take", take, DISMISSED, "This was dismissed by petr as no ghost. Reopen it first."],
    ["release", release, ENDED, "This ghost is gone: there is nothing left to work on."],
    ["release", release, DISMISSED, "This was dismissed by petr as no ghost. Reopen it first."],
    ["dismiss", dismiss, ENDED, "This ghost is gone: there is nothing left to dismiss."],
    ["dismiss", dismiss, DISMISSED, "This was dismissed already by petr."],
    ["reopen", reopen, {}, "This is open already: only what was dismissed can be reopened."],
    ["reopen", reopen, { state: "confirmed" }, "This is open already: only what was dismissed can be reopened."],
    [
      ...(["reopen", reopen, ENDED] as const),
      "This ghost is gone by itself, nobody dismissed it: only what was dismissed can be reopened.",
    ],
  ] as const)("%s", async (_, work, facts, message) => {
    const before = await store(facts);
    await expect(work()).rejects.toMatchObject({ code: "conflict", message });
    await expectUntouched(before);
  });
});

describe("every verb", () => {
  const verbs: Record<string, (scope: GhostsScope) => Promise<unknown>> = {
    take: (scope) => takeGhost(scope, id),
    release: (scope) => releaseGhost(scope, id),
    dismiss: (scope) => dismissGhost(scope, id, { reason: "A robot." }),
    reopen: (scope) => reopenGhost(scope, id),
  };
  const cases = Object.keys(verbs).flatMap((verb) => ROLES.map((role) => [verb, role] as const));

  it.each(cases)("%s as %s asks first", async (verb, role) => {
    const code = await verbs[verb]?.(as("somebody", role)).catch((error: { code?: string }) => error.code);
    expect(code).toBe(role === "viewer" ? "forbidden" : "not-found");
  });

  it.each(Object.keys(verbs))("%s does not know ghosts of another site", async (verb) => {
    const before = await store();
    await expect(verbs[verb]?.(as("maria", "admin", "other"))).rejects.toMatchObject({ code: "not-found" });
    await expectUntouched(before);
  });

  it.each(Object.keys(verbs))("%s works on what the rules said last", async (verb) => {
    await store(verb === "reopen" ? DISMISSED : { taken: { by: "maria", at: NOON } });
    ghosts.settle = async () => {
      await temporary.desk.incident.update({ where: { id }, data: { class: "hung-logon" } });
    };
    if (verb === "take")
      await temporary.desk.incident.update({ where: { id }, data: { takenBy: null, takenAt: null } });
    await verbs[verb]?.(as("maria"));
    expect(ghosts.applied[0]?.class).toBe("hung-logon");
  });

  it.each(Object.keys(verbs))("%s waits for our own database, and says so where it is lost", async (verb) => {
    const before = await store();
    ghosts.settle = () => Promise.reject(new DeskError("unavailable", "Our own database cannot be written."));
    await expect(verbs[verb]?.(as("maria"))).rejects.toMatchObject({ code: "unavailable" });
    await expectUntouched(before);
  });

  it("does nothing that cannot be audited", async () => {
    const before = await store();
    await temporary.desk.$executeRawUnsafe(
      `CREATE TRIGGER full BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'the audit is full'); END`,
    );
    await expect(takeGhost(as("maria"), id)).rejects.toThrow();
    await expectUntouched(before);
  });
});
