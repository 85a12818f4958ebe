"use client";

import { cloneElement, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * A few words shown when its child is pointed at or focused. It only repeats or adds; what a person must know stands on the
 * page, and what a screen reader must know in the child's own label or description.
 */
export function Tip({ text, children }: { text: string; children: ReactElement }) {
  return cloneElement(children as ReactElement<{ "data-tip"?: string }>, { "data-tip": text });
}

/** The look of a tip, here and over a chart. */
export const TIP_LOOK = "w-max max-w-72 rounded-control bg-ink px-2 py-1 text-page text-small shadow-pop";

const DELAY_MS = 350;
/** Time to get from the thing to its tip, so that the tip can be pointed at too. */
const GRACE_MS = 150;
const GAP = 6;
const EDGE = 8;

/** Stands once per document and shows the tip of whatever is pointed at or focused. Escape puts it away. */
export function TipLayer() {
  const [owner, setOwner] = useState<Element | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => listenForTips(setOwner, popup), []);
  useLayoutEffect(() => {
    if (owner && popup.current) place(popup.current, owner.getBoundingClientRect());
  }, [owner]);
  const text = owner?.getAttribute("data-tip");
  if (!text) return null;
  return (
    <div ref={popup} role="tooltip" className={`fixed top-0 left-0 z-50 ${TIP_LOOK}`}>
      {text}
    </div>
  );
}

function listenForTips(show: (owner: Element | null) => void, popup: { readonly current: Element | null }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (owner: Element | null, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(owner), ms);
  };
  const ownerOf = (target: EventTarget | null) => (target instanceof Element ? target.closest("[data-tip]") : null);
  const onOver = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    if (popup.current?.contains(event.target as Node)) clearTimeout(timer);
    else later(ownerOf(event.target), ownerOf(event.target) ? DELAY_MS : GRACE_MS);
  };
  const onFocus = (event: FocusEvent) => {
    const owner = ownerOf(event.target);
    if (owner?.matches(":focus-visible")) later(owner, 0);
  };
  const hide = () => later(null, 0);
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
  const listeners = { pointerover: onOver, focusin: onFocus, focusout: hide, keydown: onKey, scroll: hide } as const;
  const each = (act: "addEventListener" | "removeEventListener") => {
    for (const [name, listener] of Object.entries(listeners)) document[act](name, listener as EventListener, true);
  };
  each("addEventListener");
  return () => {
    clearTimeout(timer);
    each("removeEventListener");
  };
}

/** Above its owner, or below where there is no room; never over the edge of the window. */
function place(popup: HTMLElement, owner: DOMRect): void {
  const { width, height } = popup.getBoundingClientRect();
  const above = owner.top - height - GAP;
  const top = above >= EDGE ? above : owner.bottom + GAP;
  const middle = owner.left + owner.width / 2 - width / 2;
  const left = Math.max(EDGE, Math.min(middle, document.documentElement.clientWidth - width - EDGE));
  popup.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
