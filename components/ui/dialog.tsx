"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { POPUP } from "./popup";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Room for a list. */
  wide?: boolean;
  children: ReactNode;
}

/** A question or a form that has to be answered first. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-[120ms] data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={classes(
            POPUP,
            "fixed left-1/2 z-40 max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-y-auto p-5 text-body",
            wide ? "top-[6vh] max-h-[88vh] w-[42rem] scroll-pb-20" : "top-[12vh] max-h-[80vh] w-[28rem]",
          )}
        >
          <Base.Title className="font-semibold text-title">{title}</Base.Title>
          {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
