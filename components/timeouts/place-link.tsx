"use client";

import Link from "next/link";
import type { KeyboardEvent, ReactNode } from "react";

/** A link of the diagram, in the drawing or in the list. The space bar follows it as well, since it looks like something to press. */
export function PlaceLink({
  href,
  name,
  className,
  children,
}: {
  href: string;
  /** What is read aloud. */
  name: string;
  className: string;
  children: ReactNode;
}) {
  return (
    <Link href={href} aria-label={name} className={className} onKeyDown={followBySpace}>
      {children}
    </Link>
  );
}

/** By an event: an anchor inside a drawing has no `click()`. */
function followBySpace(event: KeyboardEvent<Element>): void {
  if (event.key !== " ") return;
  event.preventDefault();
  event.currentTarget.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}
