import { type ReactNode, useId } from "react";
import { classes } from "./classes";

export interface PanelProps {
  title: string;
  /** What stands in small beside the title: how many, as of when, from where. */
  note?: ReactNode;
  /** Controls at the right end of the header. */
  end?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A titled part of a page. Its body brings its own padding, so that tables can run from edge to edge. */
export function Panel({ title, note, end, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classes("min-w-0 overflow-clip rounded-panel border border-line bg-panel", className)}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b px-4 py-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {note && <span className="text-muted text-small">{note}</span>}
        {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
      </header>
      {children}
    </section>
  );
}
