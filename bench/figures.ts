/** Figures of one measurement, and how they are printed. Nothing here judges: the goal stands beside the figure. */

export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What design §8 wants, or what the floor of the same run is. */
  readonly goal: string;
}

/** The p-th percentile (0 to 100) of a list, by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.max(0, Math.ceil((p / 100) * sorted.length) - 1);
  return sorted[index] ?? Number.NaN;
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toString());

export function latencies(values: readonly number[]): string {
  const at = [50, 95, 99, 100].map((p) => `p${p} ${ms(percentile(values, p))}`);
  return `${at.join("  ").replace("p100", "max")} ms (${values.length})`;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const wide = Math.max(...figures.map(({ value }) => value.length));
  console.log(`\n${title}`);
  for (const { what, value, goal } of figures) console.log(`  ${what.padEnd(width)}  ${value.padEnd(wide)}  ${goal}`);
}
