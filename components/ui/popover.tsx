"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { POPUP } from "./popup";

/** More about the thing that opens it, when it is asked for. */
export function Popover({ trigger, title, children }: { trigger: ReactElement; title: string; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" collisionPadding={8} className="z-40">
          <Base.Popup className={classes(POPUP, "w-88 max-w-[calc(100vw-1rem)] p-0")}>
            <Base.Title className="border-line border-b px-3.5 py-2.5 font-semibold text-body">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
