import type { GroupLimit } from "@/lib/api/contract/timeouts";
import type { Timer } from "@/lib/domain/session/life";
import type { GroupLimits, Limit, LimitSource, Standby } from "@/lib/domain/session/limits";
import { machineLimit } from "@/lib/domain/session/machine-limits";
import { stepsOf } from "@/lib/domain/session/power-limit";
import type { DeliveryGroup, Instant, Machine } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { isoOrNull } from "./envelope";

/** The limits of a delivery group: those of its machines where all that were asked agree, and its own settings. */

const MACHINE_TIMERS = ["idle", "disconnected", "connection"] as const;
const STANDBYS = ["pre-launch", "linger"] as const;
const STANDBY_SOURCES = { "pre-launch": "group-pre-launch", linger: "group-linger" } as const;

const limitsOfVersions = new WeakMap<Snapshot, Map<string, GroupLimit[]>>();

/** Worked out once for all readers of a version. */
export function limitsByGroup(snapshot: Snapshot): ReadonlyMap<string, GroupLimit[]> {
  const known = limitsOfVersions.get(snapshot);
  if (known) return known;
  const machines = new Map<string, Machine[]>();
  for (const machine of snapshot.machines.values()) {
    const there = machines.get(machine.deliveryGroupKey ?? "");
    if (there) there.push(machine);
    else machines.set(machine.deliveryGroupKey ?? "", [machine]);
  }
  const limits = new Map<string, GroupLimit[]>();
  for (const group of snapshot.groups.values()) {
    limits.set(group.key, limitsOfGroup(snapshot, group, machines.get(group.key) ?? []));
  }
  limitsOfVersions.set(snapshot, limits);
  return limits;
}

function limitsOfGroup({ timers }: Snapshot, group: DeliveryGroup, machines: readonly Machine[]): GroupLimit[] {
  const ofMachines = MACHINE_TIMERS.map((timer) => {
    const limits = machines.map(({ key: machineKey, sessionSupport }) =>
      machineLimit({ machineKey, sessionSupport }, timer, timers),
    );
    return agreed(timer, limits);
  });
  const ofGroup = STANDBYS.flatMap((kind) => standbyOf(kind, group.key, timers.groups));
  const power = group.sessionSupport === "SingleSession" ? [powerOf(group.key, timers.groups)] : [];
  return [...ofMachines, ...ofGroup, ...power];
}

type KnownLimit = Exclude<Limit, { readonly kind: "unknown" }>;

/** Machines that were not asked, or have no say, are left out; where the others differ, the value that most of them have. */
function agreed(timer: Timer, limits: readonly Limit[]): GroupLimit {
  const known = limits.filter((limit): limit is KnownLimit => limit.kind !== "unknown");
  const counts = new Map<number, number>();
  for (const limit of known) counts.set(msOf(limit), (counts.get(msOf(limit)) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, many], [b, others]) => others - many || a - b);
  const first = usual && known.find((limit) => msOf(limit) === usual[0]);
  if (!first) return unknown(timer, 0);
  const readAt = known.reduce((oldest, limit) => Math.min(oldest, limit.readAt), first.readAt);
  const isMixed = counts.size > 1;
  return {
    timer,
    kind: isMixed ? "mixed" : first.kind,
    seconds: first.kind === "set" ? first.ms / 1000 : null,
    source: first.source,
    readAt: isoOrNull(readAt),
    machines: known.length,
  };
}

/** 0 is off, as nothing ends at once. */
const msOf = (limit: KnownLimit) => (limit.kind === "set" ? limit.ms : 0);

function unknown(timer: Timer, machines: number | null): GroupLimit {
  return { timer, kind: "unknown", seconds: null, source: null, readAt: null, machines };
}

/** A group without such a setting starts or keeps no session in advance: off, and known to be. */
function standbyOf(kind: Standby["kind"], groupKey: string, groups: GroupLimits | null): GroupLimit[] {
  const timers = [`${kind}-disconnect`, `${kind}-terminate`] as const;
  if (!groups) return timers.map((timer) => unknown(timer, null));
  const setting = groups.standby.find((each) => each.kind === kind && each.groupKey === groupKey && each.enabled);
  const source = STANDBY_SOURCES[kind];
  const [disconnect, terminate] = timers;
  return [
    ownLimit(disconnect, setting?.disconnectMs ?? 0, source, groups.readAt),
    ownLimit(terminate, setting?.terminateMs ?? 0, source, groups.readAt),
  ];
}

/** The first step after a disconnect; `mixed` where it is another at peak hours, whose value is told. */
function powerOf(groupKey: string, groups: GroupLimits | null): GroupLimit {
  const policy = groups?.power.find((each) => each.groupKey === groupKey);
  if (!groups || !policy) return unknown("power-policy", null);
  const [peak = 0] = stepsOf(policy.peak);
  const [offPeak = 0] = stepsOf(policy.offPeak);
  const limit = ownLimit("power-policy", peak, "group-power-policy", groups.readAt);
  return peak === offPeak ? limit : { ...limit, kind: "mixed" };
}

function ownLimit(timer: Timer, ms: number, source: LimitSource, readAt: Instant): GroupLimit {
  const kind = ms > 0 ? "set" : "off";
  return { timer, kind, seconds: ms > 0 ? ms / 1000 : null, source, readAt: isoOrNull(readAt), machines: null };
}
