import type { Instant } from "@/lib/domain/site";
import type { World } from "../engine/world";
import type { Group } from "../entities/site";

/** Peak hours of the practice site's power policy. */

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

export function isPeak({ time }: World, group: Group, at: Instant): boolean {
  const { weekday, minute } = time.localOf(at);
  const days = weekday === 0 || weekday === 6 ? "Weekend" : "Weekdays";
  const scheme = peakSchemes(group).find((each) => each.days === days);
  return scheme?.peakHours[Math.floor(minute / 60)] ?? false;
}
