import type { GhostClass, NextStep } from "./classes";
import type { SessionFacts } from "./facts";

/**
 * The repairs of each class, least harm first (design §4). `power` stands for draining and restarting the machine. Sources disagree
 * whether an agent restart clears a named ghost: it may work, so it comes after what touches nobody else.
 */
export const LADDER: Readonly<Record<GhostClass, readonly NextStep[]>> = {
  "stuck-connected": ["log-off", "power"],
  nameless: ["log-off", "restart-agent", "power"],
  "hung-logon": ["log-off", "restart-agent"],
  "named-gone": ["log-off", "hide", "restart-agent", "power"],
  "just-old": ["wait", "log-off"],
  /** Raises the server's score only; nothing is done on the strength of a trace. */
  "failure-trace": [],
};

/** The first rung that the evidence does not rule out; null where none is left. */
export function firstRung(ghost: GhostClass, ruledOut: Iterable<NextStep>): NextStep | null {
  const out = new Set(ruledOut);
  return LADDER[ghost].find((step) => !out.has(step)) ?? null;
}

/** Steps that the machine or its group rules out: an agent that is off hears nothing; private desktops cannot be hidden. */
export function ruledOutByPlace({ machine, group }: Pick<SessionFacts, "machine" | "group">): NextStep[] {
  const off: NextStep[] = machine?.power === "Off" ? ["log-off", "restart-agent"] : [];
  const isPrivate = group?.desktopKind === "Private";
  return isPrivate ? [...off, "hide"] : off;
}
