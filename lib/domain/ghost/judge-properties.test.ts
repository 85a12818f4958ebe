import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Session } from "../site";
import { anyFacts, laterNow } from "./arbitrary-facts.fixture";
import { GHOST_CLASSES, type SessionGhostClass } from "./classes";
import type { SessionFacts } from "./facts";
import { BEGAN, found, MINUTE, NAMELESS, someFacts, verdict } from "./facts.fixture";
import { judgeSession, SESSION_RULES } from "./judge";

const RUNS = { numRuns: 300 };
const anyHeld = fc.constantFrom<(SessionGhostClass | null)[]>(null, null, ...SESSION_RULES.map(([name]) => name));
/** The facts without the getters of anybody: what was said is what there is. */
const again = (facts: SessionFacts): SessionFacts => ({
  ...structuredClone({ ...facts, pace: null }),
  pace: facts.pace,
});

describe("judging any facts", () => {
  it("says the same of the same facts", () => {
    fc.assert(
      fc.property(anyFacts, anyHeld, (facts, held) => {
        expect(judgeSession(again(facts), held)).toEqual(judgeSession(facts, held));
      }),
      RUNS,
    );
  });

  it("does not depend on the order in which sessions were read", () => {
    fc.assert(
      fc.property(anyFacts, anyHeld, fc.integer({ min: 0, max: 5 }), (facts, held, turn) => {
        const turned = <T>(all: readonly T[]) => [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
        const shuffled = { ...facts, onMachine: turned(facts.onMachine).reverse(), ofUser: turned(facts.ofUser) };
        expect(judgeSession(shuffled, held)).toEqual(judgeSession(facts, held));
      }),
      RUNS,
    );
  });

  it("takes the first rule that fires, and no other", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const judgement = judgeSession(facts, null);
        const firing = SESSION_RULES.filter(([, rule]) => rule(facts).kind === "ghost").map(([name]) => name);
        if (judgement.kind === "ghost") expect(judgement.finding.class).toBe(firing[0]);
        expect(firing.map((name) => GHOST_CLASSES.indexOf(name))).toEqual(
          firing.map((name) => GHOST_CLASSES.indexOf(name)).sort(),
        );
      }),
      RUNS,
    );
  });

  it("claims each field once, so that the screen can tell the claims apart", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const judgements = SESSION_RULES.map(([, rule]) => rule(facts));
        for (const judgement of judgements.filter(({ kind }) => kind === "ghost")) {
          const fields = found(judgement).evidence.map(({ field }) => field);
          expect([...new Set(fields)]).toEqual(fields);
        }
      }),
      RUNS,
    );
  });

  it("makes no ghost of what is anonymous, hidden or excluded", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom({ anonymous: true }, { hidden: true }), (facts, look) => {
        expect(judgeSession({ ...facts, session: { ...facts.session, ...look } }, null).kind).toBe("clear");
      }),
      RUNS,
    );
  });

  it("confirms no named session on the tables' word without a proof in them", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const judgement = judgeSession({ ...facts, server: null, serverReach: "failed", machine: null }, null);
        if (verdict(judgement) !== "named-gone") return;
        expect(found(judgement)).toMatchObject({ confidence: "possible", confirmedBy: "server" });
      }),
      RUNS,
    );
  });
});

describe("time alone", () => {
  it("never unmakes a ghost", () => {
    fc.assert(
      fc.property(anyFacts, laterNow, (facts, now) => {
        fc.pre(judgeSession(facts, null).kind === "ghost" && now > facts.now);
        expect(judgeSession({ ...facts, now }, null).kind).toBe("ghost");
      }),
      RUNS,
    );
  });

  it("changes nothing before the time at which to look again", () => {
    fc.assert(
      fc.property(anyFacts, laterNow, anyHeld, (facts, now, held) => {
        const judgement = judgeSession(facts, held);
        fc.pre(now > facts.now && (judgement.recheckAt === null || now < judgement.recheckAt));
        expect(verdict(judgeSession({ ...facts, now }, held))).toBe(verdict(judgement));
      }),
      RUNS,
    );
  });

  it("makes a nameless session a ghost exactly once", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const session = { ...facts.session, ...NAMELESS };
        const kinds = Array.from({ length: 181 }, (_each, minute) => {
          const now = BEGAN + minute * MINUTE;
          return judgeSession({ ...someFacts({ session }), ...facts, session, now }, null).kind === "ghost";
        });
        expect(kinds.filter((isGhost, minute) => isGhost !== (kinds[minute - 1] ?? false)).length).toBeLessThanOrEqual(
          1,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("a source that is withdrawn", () => {
  const speechless = (session: Session): Session => {
    const isSaid = session.userSource === "untrusted" || session.userSource === "brokering";
    const nobody = { user: null, userKey: null, userSource: "none", userFullName: null } as const;
    return { ...session, ...(isSaid ? nobody : {}), appState: null, connectionMode: null, hidden: null };
  };
  const withoutSdk = (facts: SessionFacts): SessionFacts => ({
    ...facts,
    session: speechless(facts.session),
    onMachine: facts.onMachine.map(speechless),
    machine: facts.machine && { ...facts.machine, pendingSessions: null },
    sources: { ...facts.sources, sdk: "lost" },
  });
  const withoutServer = (facts: SessionFacts): SessionFacts => ({ ...facts, serverReach: "failed" });
  const withoutBroker = (facts: SessionFacts): SessionFacts => ({
    ...facts,
    broker: null,
    sources: { ...facts.sources, broker: "lost" },
  });

  it.each([
    ["the SDK", withoutSdk],
    ["the server", withoutServer],
    ["the broker's tables", withoutBroker],
    ["all of them", (facts: SessionFacts) => withoutSdk(withoutServer(withoutBroker(facts)))],
  ])("makes no ghost: %s", (_what, withdraw) => {
    fc.assert(
      fc.property(anyFacts, anyHeld, (facts, held) => {
        fc.pre(judgeSession(facts, held).kind !== "ghost");
        expect(judgeSession(withdraw(facts), held).kind).not.toBe("ghost");
      }),
      RUNS,
    );
  });
});
