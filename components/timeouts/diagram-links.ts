import type { LifeState } from "@/lib/domain/session/life";
import { routes } from "../routes";
import type { Arrow } from "./diagram-arrows";

/** Where a click in the diagram leads. */

export interface DiagramFilter {
  readonly group: string;
  readonly server: string;
}

/** The sessions that are in these places, within what the page is narrowed to. */
export function statesHref(states: readonly LifeState[], filter: DiagramFilter, sort?: string): string {
  return routes.sessionsWhere({
    life: states.join(","),
    ...(filter.group && { group: filter.group }),
    ...(filter.server && { server: filter.server }),
    ...(sort && { sort }),
  });
}

/** Who went along an arrow stands where it leads, the newest first. What ended is gone: there, who may go next. */
export function arrowHref(arrow: Arrow, filter: DiagramFilter): string {
  return arrow.to.includes("ended") ? statesHref(arrow.from, filter, "ends") : statesHref(arrow.to, filter, "-since");
}
