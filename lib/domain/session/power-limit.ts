import type { Instant, Session } from "../site";
import { settingsOf } from "./group-settings";
import type { GroupLimits, Limit, PeakHours, PowerPolicy, PowerRule } from "./limits";
import { localHourOf } from "./local-hour";

/** What the site has the hypervisor do with a single-session machine whose session is disconnected (SDK: about_Broker_PowerManagement). */

const UNKNOWN: Limit = { kind: "unknown", timer: "power-policy" };

/**
 * The next step of the policy. It has two, both counted from the disconnect; where `now` is given, those that have passed are left out. Which rule
 * holds was settled by the moment of the disconnect (SDK: "after a user session disconnects in peak hours"), not by today's clock.
 */
export function powerLimit(session: Session, groups: GroupLimits | null, now?: Instant): Limit {
  const policy = settingsOf(groups, session.deliveryGroupKey).power;
  const rule = policy ? ruleAt(policy, session.since) : null;
  if (!groups || !rule) return UNKNOWN;
  const ms = stepsOf(rule).find((each) => now === undefined || session.since + each >= now);
  const from = { timer: "power-policy", source: "group-power-policy", readAt: groups.readAt } as const;
  return ms === undefined ? { kind: "off", ...from } : { kind: "set", ms, ...from };
}

/** Milliseconds after the disconnect, in order. */
export function stepsOf(rule: PowerRule): number[] {
  const first = rule.disconnectAction === "Nothing" ? 0 : rule.disconnectMs;
  const second = rule.extendedDisconnectAction === "Nothing" ? 0 : rule.extendedDisconnectMs;
  return [first, second].filter((ms) => ms > 0).sort((a, b) => a - b);
}

/** Null where it cannot be told: the hours or the zone are not known, and it makes a difference. */
function ruleAt({ peak, offPeak, peakHours, timeZone }: PowerPolicy, at: Instant): PowerRule | null {
  if (isSame(peak, offPeak)) return peak;
  const local = timeZone === null ? null : localHourOf(timeZone, at);
  const isPeak = local === null ? alwaysPeak(peakHours) : peakHours?.[local.weekday]?.[local.hour];
  return isPeak === undefined ? null : isPeak ? peak : offPeak;
}

function isSame(a: PowerRule, b: PowerRule): boolean {
  const [left, right] = [stepsOf(a), stepsOf(b)];
  return left.length === right.length && left.every((ms, index) => ms === right[index]);
}

/** Without a zone: what is the same at any hour of the week. Undefined where it is not. */
function alwaysPeak(peakHours: PeakHours | null): boolean | undefined {
  const hours = peakHours?.flat() ?? [];
  return hours.length === 7 * 24 && hours.every((isPeak) => isPeak === hours[0]) ? hours[0] : undefined;
}
