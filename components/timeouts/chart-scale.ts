/** How numbers become lines: a step line in a box, and round numbers for its axis. */

export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

const STEPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

/** An even round number at or above `value`, 4 at the least: its half is whole. */
export function roundUp(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const levels = STEPS.map((step) => Math.round(step * power));
  return levels.find((level) => level >= value && level % 2 === 0) ?? 10 * power;
}

/** The path of a line that holds each value until the next. */
export function stepPath(points: readonly Point[], plot: Plot, from: number, to: number, most: number): string {
  const x = (at: number) => round(plot.left + ((at - from) / Math.max(1, to - from)) * plot.width);
  const y = (value: number) => round(plot.top + plot.height - (value / most) * plot.height);
  const [first, ...rest] = points;
  if (!first) return "";
  const steps = rest.map((point) => `H${x(point.at)}V${y(point.value)}`).join("");
  return `M${x(first.at)} ${y(first.value)}${steps}H${x(to)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
