import { classes } from "./classes";

export interface BarSegment {
  readonly name: string;
  readonly count: number;
  /** A background class of the state colours. */
  readonly colour: string;
}

/** How a number is made up of states. Read aloud as its counts. */
export function StackedBar({ segments, className }: { segments: readonly BarSegment[]; className?: string }) {
  const shown = segments.filter((segment) => segment.count > 0);
  const words = shown.map((segment) => `${segment.count} ${segment.name}`).join(", ") || "none";
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={classes(
        "flex h-2 min-w-16 gap-px overflow-hidden rounded-full bg-sunken outline-1 outline-line -outline-offset-1",
        className,
      )}
    >
      {shown.map((segment) => (
        <span
          key={segment.name}
          data-meaning="colour"
          className={classes("block h-full", segment.colour)}
          style={{ flexGrow: segment.count, flexBasis: 0 }}
        />
      ))}
    </span>
  );
}

/** What the colours of the bars on this page mean; stands once per page. */
export function Legend({ entries }: { entries: readonly { name: string; colour: string }[] }) {
  return (
    <ul aria-label="Colours" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-small">
      {entries.map((entry) => (
        <li key={entry.name} className="flex items-center gap-1.5">
          <span aria-hidden data-meaning="colour" className={classes("size-2.5 rounded-small", entry.colour)} />
          {entry.name}
        </li>
      ))}
    </ul>
  );
}

/** How full something is, 0 to 100, as a bar with its number. */
export function LoadBar({ label, percent }: { label: string; percent: number }) {
  const colour = percent >= 90 ? "bg-bad" : percent >= 75 ? "bg-warn" : "bg-unknown";
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a meter their own way, and not in these colours
    <span
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${Math.round(percent)} %`}
      className="flex items-center gap-2"
    >
      <span className="block h-2 w-14 overflow-hidden rounded-full bg-sunken outline-1 outline-line -outline-offset-1">
        <span data-meaning="colour" className={classes("block h-full", colour)} style={{ width: `${percent}%` }} />
      </span>
      <span aria-hidden className="w-9 text-right text-muted text-small">
        {Math.round(percent)} %
      </span>
    </span>
  );
}
