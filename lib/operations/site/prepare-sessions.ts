import type { TouchRow } from "@/lib/api/contract/operations";
import { type Actor, requirePermission } from "@/lib/audit/actor";
import type { Params } from "@/lib/domain/operation/params";
import type { ActionSettings } from "@/lib/domain/operation/settings";
import type { Session } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { isLoggingOn } from "../verbs/session-facts";
import type { SessionTarget, SessionVerb } from "../verbs/verb";
import type { Prepared } from "./prepared";

const TOUCHES_MOST = 500;

/** A verb on one session, or on several at once. */
export interface SessionsAsked {
  readonly actor: Actor;
  readonly targets: readonly SessionTarget[];
  readonly params: Params;
  readonly settings: ActionSettings;
}

/**
 * Those of many that are ruled out are left out, with a warning that says why; where none is left, throws `conflict` with the reason.
 * Throws `forbidden` where the actor may not act on several, `invalid` where they are more than the settings allow.
 */
export function prepareSessions(rules: SessionVerb, { actor, targets, params, settings }: SessionsAsked): Prepared {
  if (targets.length > 1) requirePermission(actor, "act-in-bulk");
  if (targets.length > settings.bulkMost) {
    const message = `At most ${settings.bulkMost} sessions at once; these are ${targets.length}.`;
    throw new DeskError("invalid", message, { field: "target.sessions" });
  }
  const judged = targets.map((target) => ({ target, refusal: rules.refuse(target, params) }));
  const fit = judged.flatMap(({ target, refusal }) => (refusal === null ? [target] : []));
  const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
  if (fit.length === 0) throw new DeskError("conflict", refusals[0] ?? "There is nothing to do it to.");
  const machines = new Set(fit.map(({ session }) => session.machineKey));
  const [first] = fit;
  const isOneMachine = machines.size === 1 && first !== undefined;
  return {
    ...{ verb: rules.verb, kind: "sessions", params, undo: rules.undo },
    label: fit.length === 1 && first ? labelOf(first.session) : `${fit.length} sessions`,
    machine: isOneMachine ? first.session.machine : null,
    machineKey: isOneMachine ? first.session.machineKey : null,
    acts: fit.map(({ session }) => {
      const { key, machineKey, state } = session;
      return { key, machineKey, label: labelOf(session), shown: state };
    }),
    ghosts: fit.flatMap(({ incident }) => (incident ? [{ id: incident.id, class: incident.class }] : [])),
    touches: fit
      .slice(0, TOUCHES_MOST)
      .map((target) => touchOf(target, { isTarget: true, loses: rules.loses(target) })),
    touchesTotal: fit.length,
    warnings: [...leftOut(refusals, targets.length), ...rules.warn(fit)],
    shown: fit.map(({ session }) => [session.key, session.user, session.state, session.machineKey]),
  };
}

function leftOut(refusals: readonly string[], asked: number): string[] {
  if (refusals.length === 0) return [];
  const why = [...new Set(refusals)].slice(0, 3).join(" ");
  return [`${refusals.length} of ${asked} ${refusals.length === 1 ? "is" : "are"} left out: ${why}`];
}

export function labelOf({ user, machine }: Pick<Session, "user" | "machine">): string {
  return `${user ?? "Session without a user"} on ${machine ?? "an unknown machine"}`;
}

export function touchOf(
  { session, incident }: Pick<SessionTarget, "session" | "incident">,
  part: Pick<TouchRow, "isTarget" | "loses">,
): TouchRow {
  return {
    sessionKey: session.key,
    user: session.user,
    userFullName: session.userFullName,
    machine: session.machine,
    state: session.state,
    appState: session.appState,
    applications: [...session.applications],
    idleSince: session.idleSince === null ? null : new Date(session.idleSince).toISOString(),
    ghost: incident?.class ?? null,
    // A ghost whose logon hangs is not somebody who is about to be let in.
    loggingOn: incident === null && isLoggingOn(session),
    ...part,
  };
}
