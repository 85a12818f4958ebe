import { z } from "zod";
import type { SdkGroup, SdkPowerRule } from "@/lib/site/sdk";
import { exactly, Guid, Text, TextOrNull, Uid } from "./shape";

/** Delivery groups as the scripts answer them, read into the shape of the port. */

const MINUTE_MS = 60_000;
const HOURS_OF_A_DAY = 24;

const Minutes = z.number().int().nonnegative().nullable();

/** A rule of which the release tells only a part is unknown: what it leaves out may be what acts. */
const PowerRule = z
  .object({
    disconnectMinutes: Minutes,
    disconnectAction: TextOrNull,
    extendedDisconnectMinutes: Minutes,
    extendedDisconnectAction: TextOrNull,
  })
  .transform((rule): SdkPowerRule | null => {
    const { disconnectMinutes, disconnectAction, extendedDisconnectMinutes, extendedDisconnectAction } = rule;
    if (disconnectMinutes === null || disconnectAction === null) return null;
    if (extendedDisconnectMinutes === null || extendedDisconnectAction === null) return null;
    return {
      disconnectMs: disconnectMinutes * MINUTE_MS,
      disconnectAction,
      extendedDisconnectMs: extendedDisconnectMinutes * MINUTE_MS,
      extendedDisconnectAction,
    };
  });

/** TimeSchemeDays, a combination of these words; 0 is Sunday. */
const DAYS_OF: ReadonlyMap<string, readonly number[]> = new Map([
  ["Sunday", [0]],
  ["Monday", [1]],
  ["Tuesday", [2]],
  ["Wednesday", [3]],
  ["Thursday", [4]],
  ["Friday", [5]],
  ["Saturday", [6]],
  ["Weekdays", [1, 2, 3, 4, 5]],
  ["Weekend", [0, 6]],
]);

const Scheme = z.object({ days: Text, peakHours: z.array(z.boolean()).max(100) });

/** Days that no scheme covers are off-peak (reference). Null where a scheme has a day that nobody knows, or not 24 hours. */
const PeakHours = z
  .array(Scheme)
  .max(100)
  .transform((schemes): SdkGroup["peakHours"] => {
    const week = Array.from({ length: 7 }, () => Array<boolean>(HOURS_OF_A_DAY).fill(false));
    for (const { days, peakHours } of schemes) {
      const covered = days.split(",").map((word) => DAYS_OF.get(word.trim()));
      if (peakHours.length !== HOURS_OF_A_DAY || covered.includes(undefined)) return null;
      for (const day of covered.flat()) if (day !== undefined) week[day] = peakHours;
    }
    return week;
  });

export const GroupRow = exactly<SdkGroup>()(
  z
    .object({
      uid: Uid,
      groupKey: Guid,
      name: Text,
      timeZone: TextOrNull,
      peak: PowerRule,
      offPeak: PowerRule,
      schemes: PeakHours,
      reuseMachinesWithoutShutdownInOutage: z.boolean().nullable(),
    })
    .transform(({ schemes, ...group }) => ({ ...group, peakHours: schemes })),
);
