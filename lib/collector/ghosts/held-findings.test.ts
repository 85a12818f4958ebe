import { describe, expect, it } from "vitest";
import type { Judgement, Subject } from "@/lib/domain/ghost/finding";
import { aFinding } from "@/lib/domain/ghost/incident.fixture";
import { HeldFindings } from "./held-findings";

const subject: Subject = { kind: "session", key: "a" };
const ghost = (facts: Parameters<typeof aFinding>[0] = {}): Judgement => ({
  kind: "ghost",
  finding: aFinding({ subject, ...facts }),
  recheckAt: null,
});
const clear: Judgement = { kind: "clear", reason: "recovered", recheckAt: null };
const inProgress: Judgement = { kind: "clear", reason: "logon-in-progress", recheckAt: null };
const doubt: Judgement = { kind: "cannot-tell", why: "source-lost", recheckAt: null };
const NOTHING = { found: [], withdrawn: [], unsure: [] };

/** What each judgement changes, one after the other. */
function changesOf(...judgements: readonly Judgement[]) {
  const held = new HeldFindings();
  return judgements.map((judgement) => {
    held.take(subject, judgement);
    const { found, withdrawn, unsure } = held.takeChanges();
    return [found.map(({ confidence }) => confidence), withdrawn.map(({ reason }) => reason), unsure.length];
  });
}

describe("what was found and holds", () => {
  it("is told once, and again where it says something new", () => {
    expect(changesOf(ghost(), ghost(), ghost({ confidence: "sure" }), ghost({ confidence: "sure" }))).toEqual([
      [["likely"], [], 0],
      [[], [], 0],
      [["sure"], [], 0],
      [[], [], 0],
    ]);
  });

  it("is withdrawn once; what was never found is not", () => {
    expect(changesOf(clear, ghost(), clear, clear)).toEqual([
      [[], [], 0],
      [["likely"], [], 0],
      [[], ["recovered"], 0],
      [[], [], 0],
    ]);
  });

  it("is told anew after it was withdrawn", () => {
    expect(changesOf(ghost(), clear, ghost())[2]).toEqual([["likely"], [], 0]);
  });

  it("stays where nobody can tell, and is named as unsure until somebody can", () => {
    expect(changesOf(doubt, ghost(), doubt, doubt, ghost(), doubt, clear)).toEqual([
      [[], [], 0],
      [["likely"], [], 0],
      [[], [], 1],
      [[], [], 1],
      [[], [], 0],
      [[], [], 1],
      [[], ["recovered"], 0],
    ]);
  });

  it("stays while a grace that grew is not over, unless its state changed or other settings apply", () => {
    const withdrawnBy = (change: (held: HeldFindings) => void, stateSince: number) => {
      const held = new HeldFindings();
      held.take(subject, ghost(), 1);
      held.takeChanges();
      change(held);
      held.take(subject, inProgress, stateSince);
      return held.takeChanges().withdrawn.length;
    };
    expect(withdrawnBy(() => {}, 1)).toBe(0);
    expect(withdrawnBy(() => {}, 2)).toBe(1);
    expect(withdrawnBy((held) => held.doubt(), 1)).toBe(1);
  });

  it("tells sessions and machines of one key apart", () => {
    const held = new HeldFindings();
    const machine: Subject = { kind: "machine", key: "a" };
    held.take(subject, ghost());
    held.take(machine, ghost({ subject: machine, class: "failure-trace" }));
    expect([...held.subjects("session")]).toEqual(["a"]);
    expect([held.classOf(subject), held.classOf(machine)]).toEqual(["nameless", "failure-trace"]);
    held.withdraw(machine, "ended");
    expect([held.classOf(subject), held.classOf(machine)]).toEqual(["nameless", null]);
  });
});

describe("what was open before", () => {
  const adopted = () => {
    const held = new HeldFindings();
    held.adopt([{ subject, class: "hung-logon" }]);
    return held;
  };

  it("is held in its class, untold", () => {
    const held = adopted();
    expect(held.classOf(subject)).toBe("hung-logon");
    expect(held.takeChanges()).toEqual(NOTHING);
    held.take(subject, ghost());
    expect(held.takeChanges().found).toHaveLength(1);
  });

  it("does not overwrite what was found since", () => {
    const held = new HeldFindings();
    held.take(subject, ghost());
    held.takeChanges();
    held.adopt([{ subject, class: "hung-logon" }]);
    held.take(subject, ghost());
    expect(held.classOf(subject)).toBe("nameless");
    expect(held.takeChanges()).toEqual(NOTHING);
  });

  it("can be withdrawn, and stays in doubt", () => {
    const held = adopted();
    held.take(subject, doubt);
    expect(held.takeChanges()).toEqual({ ...NOTHING, unsure: [subject] });
    held.take(subject, clear);
    expect(held.takeChanges()).toEqual({ ...NOTHING, withdrawn: [{ subject, reason: "recovered" }] });
  });
});
