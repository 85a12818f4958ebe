"use client";

import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";

/** Whose time the page tells: how far its clock is from the browser's, whether it stands still, and in which zone. */
interface PageClock {
  readonly offsetMs: number;
  readonly frozenAt: number | null;
  readonly zone: string;
}

const ClockContext = createContext<PageClock>({ offsetMs: 0, frozenAt: null, zone: "UTC" });

export interface ClockProviderProps {
  /** The clock that the data lives by minus the browser's clock, in milliseconds. */
  offsetMs: number;
  /** Ages stop growing at this instant, because what is shown is as of then. */
  frozenAt?: number | null;
  /** IANA zone that times are written in. */
  zone: string;
  children: ReactNode;
}

export function ClockProvider({ offsetMs, frozenAt = null, zone, children }: ClockProviderProps) {
  const clock = useMemo(() => ({ offsetMs, frozenAt, zone }), [offsetMs, frozenAt, zone]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** Inside, "now" is the browser's: for what lives by real time on a site whose clock is another. */
export function WallClock({ children }: { children: ReactNode }) {
  return (
    <ClockProvider offsetMs={0} zone={useZone()}>
      {children}
    </ClockProvider>
  );
}

export function useZone(): string {
  return useContext(ClockContext).zone;
}

/** The data's time now, counted in steps of `stepMs`; the component renders again with every step. */
export function useNow(stepMs: number, options: { evenFrozen?: boolean } = {}): number {
  const { offsetMs, frozenAt } = useContext(ClockContext);
  const read = () => {
    const now = frozenAt !== null && !options.evenFrozen ? frozenAt : Date.now() + offsetMs;
    return Math.floor(now / stepMs) * stepMs;
  };
  return useSyncExternalStore(subscribeToTicks, read, () => 0);
}

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One timer serves every age on the page. */
function subscribeToTicks(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}
