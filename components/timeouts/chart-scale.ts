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

/** A round number at or above `value`, of 1, 2, 2.5 or 5 times a power of ten; 4 at the least, so that its quarters are whole. */
export function roundUp(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
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
