import Link from "next/link";
import type { ReactNode } from "react";

export interface NeedKindProps {
  title: string;
  note?: string | undefined;
  /** Where all of them are. */
  href: string;
  children: ReactNode;
}

/** One kind of thing that needs somebody: how many there are, the first few, and where all of them are. */
export function NeedKind({ title, note, href, children }: NeedKindProps) {
  return (
    <section aria-label={title} className="border-line border-b last:border-b-0">
      <h3 className="flex min-h-9 flex-wrap items-center gap-x-2 bg-sunken px-4 font-medium text-small">
        {title}
        {note && <span className="font-normal text-muted">{note}</span>}
        <Link href={href} aria-label={`Show all: ${title}`} className="ml-auto font-normal text-link">
          Show all
        </Link>
      </h3>
      {children}
    </section>
  );
}

/** The lines of a kind, and a line of them. */
export const LINES = "divide-y divide-line";
export const LINE = "flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1";
