const PARTS = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const PART_MS = [86_400_000, 3_600_000, 60_000, 1000] as const;

/** Milliseconds of an ISO 8601 duration that the contract's IsoDuration let through, such as PT15M. */
export function durationMs(text: string): number {
  const parts = PARTS.exec(text)?.slice(1) ?? [];
  return PART_MS.reduce((sum, ms, index) => sum + ms * Number(parts[index] ?? 0), 0);
}
