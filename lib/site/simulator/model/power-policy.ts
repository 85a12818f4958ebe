import type { Instant } from "@/lib/domain/site";
import { enqueue } from "../acts/power-queue";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import type { Group, PowerRule } from "../entities/site";
import { happen, ranOut } from "./life";

/** What the broker does with a machine whose session stays disconnected, and at which hours (SDK: about_Broker_PowerManagement). */

const PEAK_FROM = 7;
const PEAK_BEFORE = 19;

export interface PeakScheme {
  readonly days: "Weekdays" | "Weekend";
  /** 24 flags, by the hour of the local clock. */
  readonly peakHours: readonly boolean[];
}

/** Studio's two schemes; a group of servers has none (SDK: "all power management facilities apply only to single session machines"). */
export function peakSchemes({ sessionSupport }: Group): readonly PeakScheme[] {
  if (sessionSupport !== "SingleSession") return [];
  const hours = (isPeak: (hour: number) => boolean) => Array.from({ length: 24 }, (_, hour) => isPeak(hour));
  return [
    { days: "Weekdays", peakHours: hours((hour) => hour >= PEAK_FROM && hour < PEAK_BEFORE) },
    { days: "Weekend", peakHours: hours(() => false) },
  ];
}

function isPeak({ time }: World, group: Group, at: Instant): boolean {
  const { weekday, minute } = time.localOf(at);
  const days = weekday === 0 || weekday === 6 ? "Weekend" : "Weekdays";
  const scheme = peakSchemes(group).find((each) => each.days === days);
  return scheme?.peakHours[Math.floor(minute / 60)] ?? false;
}

/** The hour of the disconnect decides, also where the time is over in another one. */
function ruleOf(world: World, session: Session): PowerRule | null {
  const group = world.groupById(session.groupId);
  if (group.power === null) return null;
  return isPeak(world, group, session.stateSince) ? group.power.peak : group.power.offPeak;
}

/** A session was just disconnected. */
export function awaitPowerAction(world: World, session: Session): void {
  const rule = ruleOf(world, session);
  if (rule === null || rule.action === "Nothing" || rule.disconnectMs === 0) return;
  world.setTimer(session, "powerPolicy", session.stateSince + rule.disconnectMs);
}

/** Nobody came back: the action is queued as any other. Machines in maintenance mode are left alone (SDK: Set-BrokerMachineMaintenanceMode). */
export function applyPowerPolicy(world: World, session: Session): void {
  const rule = ruleOf(world, session);
  const machine = world.machineById(session.machineId);
  if (rule === null || rule.action === "Nothing" || machine.maintenance) return;
  const { action } = rule;
  happen(world, session, ranOut("power-policy"), () => enqueue(world, machine, action));
}
