"use client";

import { type KeyboardEvent, useRef, useState } from "react";

/** What the button that opens something needs; spread on it. */
export interface TriggerProps {
  readonly ref: { current: HTMLButtonElement | null };
  readonly "aria-haspopup": "menu" | "dialog";
  readonly "aria-expanded": boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
}

/** Why an overlay wants to close; only what is asked of it here. */
interface Closing {
  readonly event: Event;
  cancel(): void;
}

/**
 * An overlay whose code comes when somebody is about to open it: pointing at the button or focusing it fetches what `load`
 * fetches. Once opened it stays mounted, so that it can close gracefully.
 */
export function useOverlay(kind: "menu" | "dialog", load: () => Promise<unknown>) {
  const ref = useRef<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const show = () => {
    setUsed(true);
    setOpen(true);
  };
  const onOpenChange = (next: boolean, details: Closing) => {
    // A press on the button itself closes by the button's own click.
    const onButton = details.event.target instanceof Node && ref.current?.contains(details.event.target);
    if (!next && onButton && details.event.type !== "keydown") details.cancel();
    else setOpen(next);
  };
  const fetchCode = () => void load();
  const trigger: TriggerProps = {
    ref,
    "aria-haspopup": kind,
    "aria-expanded": open,
    onClick: () => (open ? setOpen(false) : show()),
    onKeyDown: (event) => {
      if (kind !== "menu" || event.key !== "ArrowDown") return;
      event.preventDefault();
      show();
    },
    onPointerEnter: fetchCode,
    onFocus: fetchCode,
  };
  return { trigger, used, open, onOpenChange, anchor: ref };
}
