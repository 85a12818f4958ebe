import { classes } from "./classes";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  secondary: "border-line-strong bg-panel text-ink hover:bg-hover",
  quiet: "border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink",
  danger: "border-bad-border bg-panel text-bad-text hover:bg-bad-soft",
};
const SIZES: Record<ButtonSize, string> = {
  small: "h-7 gap-1.5 px-2.5 text-small",
  medium: "h-8.5 gap-2 px-3 text-body",
  large: "h-10 gap-2 px-4 text-body",
};
const OFF = "border-line bg-sunken text-faint";

/** How a button looks, for a link that has to look like one. */
export function buttonLook(variant: ButtonVariant = "secondary", size: ButtonSize = "medium", off = false): string {
  const shape = "inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-control border font-medium";
  return classes(shape, SIZES[size], off ? OFF : VARIANTS[variant]);
}
