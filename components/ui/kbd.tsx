import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-small border border-b-2 border-line bg-panel px-1 text-center font-medium font-sans text-label text-muted">
      {children}
    </kbd>
  );
}
