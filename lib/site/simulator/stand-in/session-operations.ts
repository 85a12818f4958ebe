import { ActRefusal } from "../acts/refusal";
import { disconnectSession, logOff, sendMessage } from "../acts/session-acts";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { BROKER_ERROR, CmdletFault } from "./fault";
import { SESSIONS } from "./objects/sessions";
import type { StandInSite } from "./reads";
import { type CmdletAnswer, type CmdletCall, NOTHING } from "./wire";

/** Stop-, Disconnect-BrokerSession and Send-BrokerSessionMessage: one contract, that of their notes in the reference. */

export function logOffSessions(call: CmdletCall, site: StandInSite): CmdletAnswer {
  return operate(call, site, logOff);
}

export function disconnectSessions(call: CmdletCall, site: StandInSite): CmdletAnswer {
  return operate(call, site, disconnectSession);
}

export function messageSessions(call: CmdletCall, site: StandInSite): CmdletAnswer {
  const { Title: title, Text: text } = call.parameters;
  return operate(call, site, (world, session) => sendMessage(world, session, { title: `${title}`, text: `${text}` }));
}

/** "Invalid sessions are detected and disregarded": the operation is invoked on the others, and the counts tell of all. */
function operate(
  { parameters }: CmdletCall,
  site: StandInSite,
  operation: (world: World, session: Session) => void,
): CmdletAnswer {
  const uids = Array.isArray(parameters.InputObject) ? parameters.InputObject.map(Number) : [];
  const known = new Map([...SESSIONS.items(site.world)].map((session) => [session.uid, session]));
  const counts = { succeeded: 0, unresolved: 0, notInvoked: 0, notExecuted: 0 };
  for (const uid of uids) {
    const session = known.get(uid);
    if (session) counts[attempt(() => site.act((now) => operation(now, session)))] += 1;
    else counts.unresolved += 1;
  }
  if (counts.succeeded === uids.length) return NOTHING;
  throw sessionOperationFailed(uids.length, counts);
}

function attempt(work: () => void): "succeeded" | "notInvoked" | "notExecuted" {
  try {
    work();
    return "succeeded";
  } catch (error) {
    if (!(error instanceof ActRefusal)) throw error;
    return (error.data.OperationInvocationFailuresCount ?? 0) > 0 ? "notInvoked" : "notExecuted";
  }
}

interface Counts {
  readonly succeeded: number;
  readonly unresolved: number;
  readonly notInvoked: number;
  readonly notExecuted: number;
}

function sessionOperationFailed(
  attempted: number,
  { succeeded, unresolved, notInvoked, notExecuted }: Counts,
): CmdletFault {
  const failed = attempted - succeeded;
  const message = `Session operation error - attempted:${attempted}, failed:${failed}, succeeded:${succeeded}`;
  return new CmdletFault(`${BROKER_ERROR}.SessionOperationFailed`, message, {
    data: {
      OperationsAttemptedCount: attempted,
      OperationsFailedCount: failed,
      OperationsSucceededCount: succeeded,
      UnresolvedSessionFailuresCount: unresolved,
      OperationInvocationFailuresCount: notInvoked,
      DesktopExecutionFailuresCount: notExecuted,
    },
  });
}
