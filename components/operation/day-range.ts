/** Days of a calendar and the instants they begin at. Days are `2026-11-21`, zones IANA names, instants ISO 8601. */

const DAY = 86_400_000;
const parts = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = parts.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  parts.set(zone, made);
  return made;
}

/** What a clock in the zone shows at an instant, as if it was UTC. */
function wallTime(at: number, zone: string): number {
  const part = new Map(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** The first instant of a day by the zone's calendar; null where the text is no day. On days that clocks change it is still right. */
export function startOfDay(day: string, zone: string): string | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(midnight)) return null;
  const guess = midnight - (wallTime(midnight, zone) - midnight);
  return new Date(midnight - (wallTime(guess, zone) - guess)).toISOString();
}

/** The first instant after a day. */
export function endOfDay(day: string, zone: string): string | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : startOfDay(new Date(midnight + DAY).toISOString().slice(0, 10), zone);
}

/** The day that an instant lies in; empty where the text is no instant. */
export function dayOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? "" : new Date(wallTime(at, zone)).toISOString().slice(0, 10);
}

/** The last day of a range that ends before an instant. */
export function lastDayOf(end: string, zone: string): string {
  const at = Date.parse(end);
  return Number.isNaN(at) ? "" : dayOf(new Date(at - 1).toISOString(), zone);
}
