/** How lines look, in a chart and in its key. Colours are tokens, so that both themes follow. */
export interface LineLook {
  readonly stroke: string;
  readonly strokeWidth: number;
  /** A broken line, so that two lines differ by more than their colour. */
  readonly strokeDasharray?: string;
}

export const MUTED_LINE: LineLook = { stroke: "var(--color-muted)", strokeWidth: 1.5 };
export const BROKEN_LINE: LineLook = { stroke: "var(--color-accent)", strokeWidth: 2, strokeDasharray: "6 3" };
export const OK_LINE: LineLook = { stroke: "var(--color-ok)", strokeWidth: 2 };
export const OK_FILL = "var(--color-ok-soft)";

/** What every line has: no dots but the one that is pointed at, and nothing that moves by itself. */
export const STILL_LINE = {
  dot: false,
  activeDot: { r: 3.5, stroke: "var(--color-panel)", strokeWidth: 1.5 },
  isAnimationActive: false,
} as const;
