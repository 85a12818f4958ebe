import { CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { TONE_LOOK } from "./tone";

const ICONS: Record<"info" | "warn" | "bad", LucideIcon> = { info: Info, warn: TriangleAlert, bad: CircleX };

export interface BannerProps {
  tone: "info" | "warn" | "bad";
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** One thing that a person should know before reading on. */
export function Banner({ tone, title, children, action }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role="status"
      className={classes(
        "flex flex-wrap items-center gap-x-3 gap-y-1 rounded-panel border px-3.5 py-2.5",
        TONE_LOOK[tone].pill,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{title}</strong> {children}
      </p>
      {action}
    </div>
  );
}
