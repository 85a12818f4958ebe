"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Me, StatusResponse } from "@/lib/api/contract/console";
import { type Live, useLive } from "@/lib/api/live";
import { statusQuery } from "@/lib/api/query";
import { can, LEAST_ROLE, type Permission } from "@/lib/domain/role";
import { ClockProvider } from "../ui/clock";
import { useZoneChoice } from "./zone";

/** What the server knows before any data: who is here, and what kind of site this is. */
export interface SiteFacts {
  readonly me: Pick<Me, "name" | "role">;
  readonly siteName: string;
  readonly practice: boolean;
}

interface Freshness {
  /** What is shown is not what the site is now: a source is lost, or Ghostdesk does not answer. */
  readonly stale: boolean;
  /** The instant that the screen stands still at, held by the person or by a lost source; null while it follows the site. */
  readonly heldAt: number | null;
}

const FactsContext = createContext<SiteFacts | null>(null);
const LiveContext = createContext<Live | null>(null);
const FreshnessContext = createContext<Freshness>({ stale: false, heldAt: null });

/** Connects the pages to the site: the live line, the site's clock, who is here. */
export function SiteProvider({ facts, children }: { facts: SiteFacts; children: ReactNode }) {
  const live = useLive();
  const status = useStatus();
  const zone = useZoneChoice(status?.site.timeZone ?? null);
  const stale = isStale(live);
  const heldAt = useHeldAt(live, stale);
  const freshness = useMemo(() => ({ stale, heldAt }), [stale, heldAt]);
  return (
    <FactsContext value={facts}>
      <LiveContext value={live}>
        <FreshnessContext value={freshness}>
          <ClockProvider offsetMs={useSteady(live.nowOffsetMs)} frozenAt={heldAt} zone={zone.zone}>
            {children}
          </ClockProvider>
        </FreshnessContext>
      </LiveContext>
    </FactsContext>
  );
}

export function useSiteFacts(): SiteFacts {
  const facts = useContext(FactsContext);
  if (!facts) throw new Error("useSiteFacts stands outside of SiteProvider");
  return facts;
}

/** How fresh the screen is, second by second; for the shell. Pages ask {@link useFreshness}, which changes rarely. */
export function useLiveLine(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLiveLine stands outside of SiteProvider");
  return live;
}

export function useFreshness(): Freshness {
  return useContext(FreshnessContext);
}

/** The site and its sources, once they have been read. */
export function useStatus(): StatusResponse | undefined {
  return useQuery({ ...statusQuery(), placeholderData: keepPreviousData }).data;
}

/** Why this person may not do something; null where they may. */
export function useRefusal(permission: Permission): string | null {
  const { role } = useSiteFacts().me;
  if (can(role, permission)) return null;
  return `This needs the role ${LEAST_ROLE[permission]}; you are signed in as ${role}.`;
}

function isStale(live: Live): boolean {
  if (live.state === "lost") return true;
  return live.sources.some((source) => source.name === "monitor" && source.state === "lost");
}

const OFFSET_STEP_MS = 1_500;

/** The clock's offset without the network's jitter, which would move every age on the page with each event. */
function useSteady(offsetMs: number): number {
  const [steady, setSteady] = useState(offsetMs);
  if (Math.abs(offsetMs - steady) <= OFFSET_STEP_MS) return steady;
  setSteady(offsetMs);
  return offsetMs;
}

/** While the screen is paused or cannot be renewed, ages stay as they were when it last was. */
function useHeldAt(live: Live, stale: boolean): number | null {
  const frozen = live.paused || stale;
  const asOf = live.asOf === null ? null : Date.parse(live.asOf);
  const [held, setHeld] = useState<number | null>(null);
  if (!frozen && held !== null) setHeld(null);
  if (frozen && held === null && asOf !== null) setHeld(asOf);
  return frozen ? (held ?? asOf) : null;
}
