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

/** Making one takes longer than a thousand uses of it. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

/** Null where this runtime has no such zone. */
function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const zone = zoneNamed(timeZone);
  if (zone === null) return null;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null where the zone, named as Windows or the tz database does, is not known. */
export function localHourOf(timeZone: string, at: Instant): LocalHour | null {
  const parts = formatOf(timeZone)?.formatToParts(at);
  if (!parts) return null;
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return { weekday: WEEKDAYS.indexOf(part("weekday")), hour: Number(part("hour")) };
}
