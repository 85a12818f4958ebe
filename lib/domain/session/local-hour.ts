import type { Instant } from "../site";
import { zoneNamed } from "./windows-zones";

/** What the clock on the wall shows, for hours that a delivery group keeps. */

export interface LocalHour {
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Zones change their clocks on quarter hours, so one answer holds for a quarter of an hour. */
const QUARTER_MS = 900_000;
/** Some weeks of them; older ones are forgotten together. */
const REMEMBERED_MOST = 5_000;

/** Asking the runtime takes microseconds, and thousands of sessions ask about the same hours. */
class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #hours = new Map<number, LocalHour>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, weekday: "short", hour: "2-digit", hourCycle: "h23" },
    });
  }

  hourAt(at: Instant): LocalHour {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = this.#hours.get(quarter);
    if (known) return known;
    if (this.#hours.size >= REMEMBERED_MOST) this.#hours.clear();
    const parts = this.#format.formatToParts(quarter * QUARTER_MS);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
    const hour = { weekday: WEEKDAYS.indexOf(part("weekday")), hour: Number(part("hour")) };
    this.#hours.set(quarter, hour);
    return hour;
  }
}

/** By the name as it is given; null is one that is not known. */
const zones = new Map<string, Zone | null>();

/** Null where the zone, named as Windows or the tz database does, is not known. */
export function localHourOf(timeZone: string, at: Instant): LocalHour | null {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = zoneOf(timeZone);
    zones.set(timeZone, zone);
  }
  return zone?.hourAt(at) ?? null;
}

/** Null also where this runtime has no such zone. */
function zoneOf(timeZone: string): Zone | null {
  const name = zoneNamed(timeZone);
  if (name === null) return null;
  try {
    return new Zone(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
