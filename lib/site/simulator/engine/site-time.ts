import type { Instant } from "@/lib/domain/site";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Time-zone offsets change on quarter hours everywhere, so one answer holds for a quarter of an hour. */
const STEP = 15 * MINUTE;

export interface LocalTime {
  /** Days since 1970-01-01 on the local calendar. */
  readonly day: number;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
  /** Minutes since local midnight as the clock on the wall shows them, with fractions. */
  readonly minute: number;
}

/** Local time of the site: what the clock on the wall shows, and when it will show something. Safe across clock changes. */
export class SiteTime {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(zone: string) {
    this.zone = zone;
    this.#format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /** Local minus UTC in milliseconds. */
  offsetAt(instant: Instant): number {
    const step = Math.floor(instant / STEP);
    const known = this.#offsets.get(step);
    if (known !== undefined) return known;
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(step * STEP)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - step * STEP;
    this.#offsets.set(step, offset);
    return offset;
  }

  localOf(instant: Instant): LocalTime {
    const local = instant + this.offsetAt(instant);
    const day = Math.floor(local / DAY);
    return { day, weekday: (((day + 4) % 7) + 7) % 7, minute: (local - day * DAY) / MINUTE };
  }

  /** The instant at which the local clock shows `minute` on `day`; a time that the clock skips is moved past the gap. */
  instantOf(day: number, minute: number): Instant {
    const local = day * DAY + minute * MINUTE;
    const first = Math.round(local - this.offsetAt(local - this.offsetAt(local)));
    const second = Math.round(local - this.offsetAt(first));
    return this.offsetAt(first) === this.offsetAt(second) ? second : Math.max(first, second);
  }

  /** The first instant after `after` at which the local clock shows `minute`. */
  next(after: Instant, minute: number): Instant {
    const { day } = this.localOf(after);
    for (let ahead = 0; ; ahead++) {
      const at = this.instantOf(day + ahead, minute);
      if (at > after) return at;
    }
  }
}
