/** Spans of time as the practice site's controls take them: ISO 8601 durations. */

export const UNITS = ["seconds", "minutes", "hours", "days"] as const;
export type Unit = (typeof UNITS)[number];

const UNIT_MS: Record<Unit, number> = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const WRITE: Record<Unit, (amount: number) => string> = {
  seconds: (amount) => `PT${amount}S`,
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
};

/** `PT15M`. The amount is a whole number above 0. */
export function isoDuration(amount: number, unit: Unit): string {
  return WRITE[unit](amount);
}

export function durationMs(amount: number, unit: Unit): number {
  return amount * UNIT_MS[unit];
}

/** A whole number above 0 out of what was typed; null where it is none. */
export function parseAmount(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : null;
}

export const UNIT_OPTIONS = UNITS.map((unit) => ({ value: unit, label: unit }));
