import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { TONE_LOOK, type Tone } from "./tone";

export interface BadgeProps {
  tone: Tone;
  icon: LucideIcon;
  /** Without a pill: for the ordinary case in a long list, so that the others stand out. */
  quiet?: boolean;
  children: ReactNode;
}

/** A status: icon, word and colour together. */
export function Badge({ tone, icon: Icon, quiet = false, children }: BadgeProps) {
  const look = TONE_LOOK[tone];
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.25 whitespace-nowrap align-middle font-medium text-small",
        quiet ? look.text : `rounded-full border py-px pr-2 pl-1.5 ${look.pill}`,
      )}
    >
      <Icon aria-hidden className="size-3 shrink-0" strokeWidth={2.4} />
      {children}
    </span>
  );
}
