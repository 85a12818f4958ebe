import { clockReading, formatDay, formatTime } from "../ui/time-format";

/** The marks of a time axis: whole minutes, hours or days by the zone's clock. Instants are milliseconds since the epoch. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[5, 10, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 4, 7, 14, 28].map((count) => count * DAY),
];
/** So many dates stand beside each other on a phone. */
const MOST = 7;

/** At most seven or so marks from `from` to `to`, both included. */
export function timeTicks(from: number, to: number, zone: string): number[] {
  const step = STEPS.find((each) => (to - from) / each <= MOST) ?? Math.ceil((to - from) / MOST / DAY) * DAY;
  const marks = new Set<number>();
  const last = clockReading(to, zone);
  for (let reading = Math.ceil(clockReading(from, zone) / step) * step; reading <= last; reading += step) {
    const at = instantOf(reading, zone);
    if (at >= from && at <= to) marks.add(at);
  }
  return [...marks];
}

/** The date at midnight, otherwise the time of day: `21 Nov`, `06:00`. */
export function tickText(at: number, zone: string): string {
  return clockReading(at, zone) % DAY === 0 ? formatDay(at, zone) : formatTime(at, zone);
}

/** When the zone's clock reads that; a guess with the offset of about then finds the offset that holds. */
function instantOf(reading: number, zone: string): number {
  const guess = reading - (clockReading(reading, zone) - reading);
  return reading - (clockReading(guess, zone) - guess);
}
