import { CircleCheck, CircleX, FilterX, Hourglass, type LucideIcon, SearchX, ShieldAlert, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { TONE_LOOK, type Tone } from "./tone";

/** Which kind of empty this is: they look alike on most screens, and mean opposite things. */
export type EmptyKind = "filtered" | "none" | "reading" | "unreachable" | "forbidden" | "not-found" | "failed";

const KINDS: Record<EmptyKind, { icon: LucideIcon; tone: Tone }> = {
  filtered: { icon: FilterX, tone: "unknown" },
  none: { icon: CircleCheck, tone: "ok" },
  reading: { icon: Hourglass, tone: "info" },
  unreachable: { icon: Unplug, tone: "warn" },
  forbidden: { icon: ShieldAlert, tone: "warn" },
  "not-found": { icon: SearchX, tone: "unknown" },
  failed: { icon: CircleX, tone: "bad" },
};

export interface EmptyStateProps {
  kind: EmptyKind;
  title: ReactNode;
  /** The title is the heading of the whole page. */
  heading?: boolean;
  children?: ReactNode;
  /** What a person can do about it. */
  action?: ReactNode;
}

export function EmptyState({ kind, title, heading = false, children, action }: EmptyStateProps) {
  const { icon: Icon, tone } = KINDS[kind];
  const Title = heading ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center" role="status">
      <span className={classes("grid size-9 place-items-center rounded-full border", TONE_LOOK[tone].pill)}>
        <Icon aria-hidden className="size-4.5" />
      </span>
      <Title className="mt-1 font-semibold text-title">{title}</Title>
      {children && <div className="max-w-[60ch] text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
