"use client";

import Link from "next/link";
import { type ReactNode, useEffect } from "react";

export interface PageTitleProps {
  title: string;
  /** What the browser's tab says, if not the title. */
  tab?: string;
  note?: ReactNode;
  /** Where one came from. */
  parent?: { readonly href: string; readonly label: string };
  end?: ReactNode;
}

/** The first heading of a page; it names the browser's tab as well, which is what a screen reader announces. */
export function PageTitle({ title, tab = title, note, parent, end }: PageTitleProps) {
  useEffect(() => {
    document.title = `${tab} · Ghostdesk`;
  }, [tab]);
  return (
    <header className="flex flex-col gap-1.5">
      {parent && (
        <nav aria-label="Breadcrumb" className="text-muted text-small">
          <Link href={parent.href} className="rounded-small hover:text-ink hover:underline">
            {parent.label}
          </Link>
          <span aria-hidden> › </span>
          <span aria-current="page" className="font-medium text-ink">
            {title}
          </span>
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h1 className="font-[650] text-heading">{title}</h1>
        {note && <span className="text-muted">{note}</span>}
        {end && <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1">{end}</div>}
      </div>
    </header>
  );
}
