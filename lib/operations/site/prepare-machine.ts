import type { Params } from "@/lib/domain/operation/params";
import { ladderOf } from "@/lib/domain/operation/rungs";
import { DeskError } from "@/lib/errors";
import type { MachineTarget, MachineVerb } from "../verbs/verb";
import { touchOf } from "./prepare-sessions";
import type { Prepared } from "./prepared";

const TOUCHES_MOST = 500;

/** A verb on one machine: everybody on it is shown. Throws `conflict` with the reason where it is ruled out. */
export function prepareMachine(rules: MachineVerb, target: MachineTarget, params: Params): Prepared {
  const refusal = rules.refuse(target, params);
  if (refusal !== null) throw new DeskError("conflict", refusal);
  const { machine, sessions, incidents } = target;
  const ofSession = new Map(incidents.map((incident) => [incident.subject.key, incident]));
  const meant = incidents.filter(({ class: each }) => ladderOf(each).includes(rules.verb));
  const touches = sessions.map((session) => {
    const incident = ofSession.get(session.key) ?? null;
    const isTarget = incident !== null && meant.includes(incident);
    return touchOf({ session, incident }, { isTarget, loses: isTarget ? null : rules.loses(session, params) });
  });
  const inOrder = [...touches].sort((a, b) => rankOf(a) - rankOf(b));
  const losing = touches.filter(({ loses }) => loses !== null).map(({ sessionKey }) => sessionKey);
  return {
    ...{ verb: rules.verb, kind: "machine", params, undo: rules.undo },
    ...{ label: machine.name, machine: machine.name, machineKey: machine.key },
    acts: [{ key: machine.key, label: machine.name, machineKey: machine.key, shown: null }],
    ghosts: meant.map(({ id, class: each }) => ({ id, class: each })),
    touches: inOrder.slice(0, TOUCHES_MOST),
    touchesTotal: touches.length,
    warnings: rules.warn(target, params),
    shown: [machine.key, machine.registration, machine.power, machine.maintenance, losing.sort()],
  };
}

/** Ghosts first, then those who lose something. */
function rankOf({ isTarget, loses }: { isTarget: boolean; loses: string | null }): number {
  if (isTarget) return 0;
  return loses === null ? 2 : 1;
}
