"use client";

import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { StandingState } from "@/lib/domain/session/life";
import { useNow, useZone } from "../ui/clock";
import { formatNumber } from "../words";
import { ARROWS, type ArrowId, flowOf } from "./diagram-arrows";
import { arrowHref, type DiagramFilter, statesHref } from "./diagram-links";
import { activeName, arrowName, type Counted, countedOf, countedSpan, flowWords, stateName } from "./flow-words";
import { stateLimit } from "./state-limits";

export interface StateFact {
  readonly state: StandingState | "starting";
  readonly count: string;
  /** Read aloud as the name of the link. */
  readonly name: string;
  readonly href: string;
  readonly limit: string | null;
}

export interface ArrowFact {
  readonly id: ArrowId;
  readonly label: string;
  readonly flow: string;
  readonly name: string;
  readonly href: string;
  /** Nobody went that way: drawn more quietly. */
  readonly still: boolean;
}

/** What the drawing and the list both tell, ready to be shown. */
export interface DiagramFacts {
  readonly counted: Counted;
  readonly span: string;
  state(state: StandingState | "starting"): StateFact;
  readonly arrows: ReadonlyMap<ArrowId, ArrowFact>;
}

export function useDiagramFacts(data: TimeoutsResponse, filter: DiagramFilter): DiagramFacts {
  const now = useNow(60_000);
  const zone = useZone();
  const counted = countedOf(data.flows, data.asOf);
  const span = countedSpan(counted, now, zone);
  const arrows = ARROWS.map((arrow): [ArrowId, ArrowFact] => {
    const count = flowOf(arrow, data.flows.rows);
    const { id, label } = arrow;
    const name = arrowName(arrow, count, span, counted);
    return [
      id,
      { id, label, name, flow: flowWords(count, counted), href: arrowHref(arrow, filter), still: count === 0 },
    ];
  });
  return { counted, span, arrows: new Map(arrows), state: (state) => stateFact(state, data, filter) };
}

/** Active counts its idle ones in, and leads to both. */
function stateFact(state: StandingState | "starting", data: TimeoutsResponse, filter: DiagramFilter): StateFact {
  const { states, apart, groups } = data;
  if (state === "interactive-active") {
    const [active, idle] = [states["interactive-active"] ?? 0, states["interactive-idle"] ?? 0];
    const both = ["interactive-active", "interactive-idle"] as const;
    const count = formatNumber(active + idle);
    return { state, count, name: activeName(active, idle), href: statesHref(both, filter), limit: null };
  }
  const count = state === "starting" ? apart.starting : (states[state] ?? 0);
  const limit = state === "starting" ? null : stateLimit(state, groups);
  return { state, count: formatNumber(count), name: stateName(state, count), href: statesHref([state], filter), limit };
}
