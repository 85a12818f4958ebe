"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  /** Its heading. */
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}

/**
 * Details beside what they belong to. The page stays in use; on a small screen it is a page of its own. Escape closes it and
 * the focus goes back.
 */
export function Sheet({ open, onClose, title, note, children }: SheetProps) {
  return (
    <Base.Root open={open} modal={false} disablePointerDismissal onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Popup className="fixed inset-y-0 right-0 z-30 flex w-full flex-col border-line border-l bg-panel shadow-pop outline-none transition-[translate,opacity] duration-[120ms] ease-out data-ending-style:translate-x-4 data-starting-style:translate-x-4 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:w-[26rem]">
          <div className="flex min-h-13 items-center gap-2.5 border-line border-b px-4 py-2">
            <Base.Title className="min-w-0 font-semibold">{title}</Base.Title>
            {note && <span className="min-w-0 truncate text-muted text-small">{note}</span>}
            <Base.Close
              aria-label="Close"
              className="ml-auto grid size-7 shrink-0 place-items-center rounded-control border border-line text-muted hover:bg-hover"
            >
              <X aria-hidden className="size-3.5" />
            </Base.Close>
          </div>
          <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
