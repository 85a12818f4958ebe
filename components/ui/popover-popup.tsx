"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";
import { classes } from "./classes";
import type { useOverlay } from "./overlay";
import { POPUP } from "./popup";

export interface PopoverPopupProps {
  open: boolean;
  onOpenChange: ReturnType<typeof useOverlay>["onOpenChange"];
  anchor: RefObject<HTMLElement | null>;
  title: string;
  children: ReactNode;
}

export function PopoverPopup({ open, onOpenChange, anchor, title, children }: PopoverPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} align="end" collisionPadding={8} className="z-40">
          <Base.Popup finalFocus={anchor} className={classes(POPUP, "w-88 max-w-[calc(100vw-1rem)] p-0")}>
            <Base.Title className="border-line border-b px-3.5 py-2.5 font-semibold text-body">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
