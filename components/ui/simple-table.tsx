import type { ReactNode } from "react";
import { classes } from "./classes";

export interface SimpleColumn {
  readonly title: string;
  readonly align?: "end";
  /** A column of buttons: named for those who listen, without a visible header. */
  readonly silent?: boolean;
}

/** A short table whose rows have controls of their own. Scrolls sideways where it has to. */
export function SimpleTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly SimpleColumn[];
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      className="scroll-quiet relative overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table aria-label={label} className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={classes(
                  "h-8.5 whitespace-nowrap border-line border-b bg-sunken px-4 text-left font-medium text-muted text-small",
                  column.align === "end" && "text-right",
                )}
              >
                <span className={column.silent ? "sr-only" : undefined}>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>
      </table>
    </section>
  );
}

export function SimpleCell({
  head = false,
  align,
  children,
}: {
  /** Names the row. */
  head?: boolean;
  align?: "end";
  children: ReactNode;
}) {
  const Cell = head ? "th" : "td";
  return (
    <Cell
      scope={head ? "row" : undefined}
      className={classes(
        "h-10 whitespace-nowrap border-line border-b px-4 text-left font-normal",
        align === "end" && "text-right",
      )}
    >
      {children}
    </Cell>
  );
}
