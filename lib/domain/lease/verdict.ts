import type { Instant, Machine } from "../site";
import type { OutageMechanism } from "./era";
import type { GroupFacts } from "./group-facts";
import type { Lease } from "./lease";
import type { PairVerdict, UncoveredReason } from "./outage";
import type { Pair } from "./pair";

/** Whether a user reaches a resource without the database (domain facts: leasing, Local Host Cache). Pure; nothing is looked up here. */

export interface PairFacts {
  readonly now: Instant;
  readonly mechanism: OutageMechanism;
  readonly pair: Pair;
  /** Null where the site knows no such group. */
  readonly group: GroupFacts | null;
  /** The machine of `pair.machine`, or of `pair.machineSid`; null where the pair names none, or the site has no such machine. */
  readonly machine: Machine | null;
  readonly anonymous: boolean;
  /** What the group's rules say for this user (mayLease); null where they were not read. */
  readonly leasing: boolean | null;
  /** An open ghost of this user stands on that machine; one that is hidden is in nobody's way. */
  readonly ghost: boolean;
  /** The machine is taken by others who are leased to it (crowdedOut). */
  readonly full: boolean;
}

const uncovered = (why: UncoveredReason): PairVerdict => ({ coverage: "uncovered", why, until: null });

/** One object for each reason: a large site has tens of thousands of them. */
const UNREAD: PairVerdict = { coverage: "unknown", why: "unread", until: null };
const FOREVER: PairVerdict = { coverage: "covered", why: null, until: null };
const VERDICTS: Readonly<Record<Exclude<UncoveredReason, "unread">, PairVerdict>> = {
  pooled: uncovered("pooled"),
  anonymous: uncovered("anonymous"),
  "not-allowed": uncovered("not-allowed"),
  "never-launched": uncovered("never-launched"),
  expired: uncovered("expired"),
  "not-listed": uncovered("not-listed"),
  maintenance: uncovered("maintenance"),
  unregistered: uncovered("unregistered"),
  ghost: uncovered("ghost"),
  full: uncovered("full"),
  gone: uncovered("gone"),
};

/**
 * The first reason that stands in the way: what can never be leased, then the leases, then their machine. A verdict holds until its `until`;
 * time alone never makes an uncovered pair covered.
 */
export function judgePair(facts: PairFacts): PairVerdict {
  switch (facts.mechanism) {
    case "leases":
      return judgeLeased(facts);
    case "cache":
      return judgeCached(facts);
  }
}

function judgeLeased(facts: PairFacts): PairVerdict {
  const { pair, now } = facts;
  if (facts.group?.pooled) return VERDICTS.pooled;
  if (facts.anonymous) return VERDICTS.anonymous;
  if (facts.leasing === false) return VERDICTS["not-allowed"];
  if (!pair.launch) return VERDICTS["never-launched"];
  if (pair.launch.expiresAt <= now) return VERDICTS.expired;
  if (!pair.enumeration || pair.enumeration.expiresAt <= now) return VERDICTS["not-listed"];
  if ((pair.machine === null && pair.machineSid === null) || isUnread(pair.enumeration)) return UNREAD;
  const why = machineReason(facts);
  if (why !== null) return VERDICTS[why];
  return { coverage: "covered", why: null, until: Math.min(pair.launch.expiresAt, pair.enumeration.expiresAt) };
}

/** A document that was read and lists nothing known is taken to list what was launched: the schema is not published. */
function isUnread({ problem, resources }: Lease): boolean {
  return problem !== null && resources.length === 0;
}

type MachineReason = "gone" | "maintenance" | "unregistered" | "ghost" | "full";

/** Nobody starts a machine without the database: one that is off is not registered, and stays so. */
function machineReason({ machine, group, ghost, full }: PairFacts): MachineReason | null {
  if (!machine) return "gone";
  if (machine.maintenance || group?.maintenance) return "maintenance";
  if (machine.registration !== "Registered") return "unregistered";
  if (ghost) return "ghost";
  return full ? "full" : null;
}

/**
 * Local Host Cache balances load as usual, so one open machine of the group is enough; pooled machines that the site powers are left out
 * unless the group says otherwise. Its end is nowhere written, so a covered pair has no `until`.
 */
function judgeCached(facts: PairFacts): PairVerdict {
  const { group, pair } = facts;
  if (pair.machine !== null && group?.pooled === false && isAssigned(facts)) {
    const why = machineReason({ ...facts, ghost: false, full: false });
    return why === null ? FOREVER : VERDICTS[why];
  }
  if (!group) return VERDICTS.gone;
  if (group.pooled && group.powerManaged && group.reuseWithoutShutdown !== true) return VERDICTS.pooled;
  if (group.maintenance) return VERDICTS.maintenance;
  if (group.open > 0) return FOREVER;
  if (group.machines === 0) return VERDICTS.gone;
  return group.registered > 0 ? VERDICTS.maintenance : VERDICTS.unregistered;
}

/** Leases lead to one server of many; only a single-session machine is anybody's own. */
function isAssigned({ machine, pair }: PairFacts): boolean {
  return pair.launch === null || machine?.sessionSupport === "SingleSession";
}
