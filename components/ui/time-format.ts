/** How instants and spans of time are written. Instants are milliseconds since the epoch, UTC; zones are IANA names. */

const LOCALE = "en-GB";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs about a hundred times as much as using one. */
function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** What a clock in the zone shows at that instant, to the minute, as milliseconds since its own 1 January 1970. */
export function clockReading(at: number, zone: string): number {
  const shown = formatter(zone, { year: "numeric", month: "numeric", day: "numeric", ...TIME }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
}

/** Days since the epoch of the calendar date that a clock in the zone shows. */
function calendarDay(at: number, zone: string): number {
  return Math.floor(clockReading(at, zone) / DAY);
}

/**
 * An instant as a person says it: `08:12` today, `yesterday 17:40`, `12 Nov 17:40`, with the year where it is another one.
 * Days are those of the zone's calendar, not spans of 24 hours: on the days the clocks change they differ.
 */
export function formatInstant(at: number, now: number, zone: string): string {
  const time = formatTime(at, zone);
  const daysAgo = calendarDay(now, zone) - calendarDay(at, zone);
  if (daysAgo === 0) return time;
  if (daysAgo === 1) return `yesterday ${time}`;
  if (daysAgo === -1) return `tomorrow ${time}`;
  const year = formatter(zone, { year: "numeric" });
  const sameYear = year.format(at) === year.format(now);
  const date = formatter(zone, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
  return `${date.format(at)} ${time}`;
}

/** Everything about an instant, for the tip: `2026-11-21 07:12:03 UTC`. */
export function formatUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** `Sat 21 Nov 2026, 08:12:03`, by the zone's clock. */
export function formatExact(at: number, zone: string): string {
  const day = formatter(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const time = formatter(zone, { ...TIME, second: "2-digit" });
  return `${day.format(at).replaceAll(",", "")}, ${time.format(at)}`;
}

/** The date alone: `21 Nov`, by the zone's calendar. */
export function formatDay(at: number, zone: string): string {
  return formatter(zone, { day: "numeric", month: "short" }).format(at);
}

/** The time of day alone: `08:12`, by the zone's clock. */
export function formatTime(at: number, zone: string): string {
  return formatter(zone, TIME).format(at);
}

/** What the zone is called at that instant: `CET`, `CEST`, `GMT+5:45`, `UTC`. */
export function zoneName(zone: string, at: number): string {
  const parts = formatter(zone, { timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** Whether the runtime knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A span of time in the two units that matter: `12 s`, `4 min`, `2 h 05 min`, `3 d 4 h`. What is negative counts as 0. */
export function formatDuration(ms: number): string {
  const span = Math.max(0, ms);
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  const minutes = Math.floor((span % HOUR) / MINUTE);
  if (span < DAY) return `${Math.floor(span / HOUR)} h ${String(minutes).padStart(2, "0")} min`;
  return `${Math.floor(span / DAY)} d ${Math.floor((span % DAY) / HOUR)} h`;
}

/** An age in minutes or more; below a minute it says so, since a counting number would only disturb. */
export function formatAge(ms: number): string {
  return ms < MINUTE ? "< 1 min" : formatDuration(ms);
}
