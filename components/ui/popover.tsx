"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { type TriggerProps, useOverlay } from "./overlay";

const load = () => import("./popover-popup");
const PopoverPopup = dynamic(() => load().then((loaded) => loaded.PopoverPopup), { ssr: false });

export interface PopoverProps {
  trigger: (props: TriggerProps) => ReactNode;
  title: string;
  children: ReactNode;
}

/** More about the thing that opens it, when it is asked for. */
export function Popover({ trigger, title, children }: PopoverProps) {
  const { trigger: triggerProps, used, ...overlay } = useOverlay("dialog", load);
  return (
    <>
      {trigger(triggerProps)}
      {used && (
        <PopoverPopup {...overlay} title={title}>
          {children}
        </PopoverPopup>
      )}
    </>
  );
}
