"use client";

import { useLayoutEffect, useRef } from "react";

/** For a part of a page whose buttons come and go: where the one that has the focus goes, the focus stays in that part. */
export function useFocusKept() {
  const part = useRef<HTMLElement>(null);
  const isHere = useRef(false);
  useLayoutEffect(() => {
    const isLost = isHere.current && document.activeElement === document.body;
    if (isLost) part.current?.focus({ preventScroll: true });
  });
  return {
    ref: part,
    tabIndex: -1,
    onFocus: () => {
      isHere.current = true;
    },
    // React tells of no blur while it takes elements away: this is the person, who goes elsewhere.
    onBlur: () => {
      isHere.current = false;
    },
  };
}
