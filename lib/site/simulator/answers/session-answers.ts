import type { SdkSession } from "@/lib/site/port";
import type { SdkSessionNow } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";

/** DOMAIN\user. */
export function accountOf(world: World, personId: number): string;
export function accountOf(world: World, personId: number | null): string | null;
export function accountOf(world: World, personId: number | null): string | null {
  if (personId === null) return null;
  const { domain, account } = world.personById(personId);
  return `${domain}\\${account}`;
}

/** Sessions that only the broker knows, because no client has connected yet, have no row in the tables either. */
export function sessionAnswer(session: Session, world: World): SdkSession | null {
  if (!session.established) return null;
  return {
    sessionKey: session.id,
    appState: session.appState,
    appSince: session.appStateSince,
    hidden: session.hidden,
    untrustedUserName: session.untrustedUser,
    brokeringUserName: accountOf(world, session.brokeredFor),
    connectionMode: session.mode,
  };
}

export function sessionNow(world: World, sessionKey: string): SdkSessionNow | null {
  const session = world.sessions.get(sessionKey);
  if (!session?.established) return null;
  const machine = world.machineById(session.machineId);
  const { desktopKind, sessionSupport } = world.groupById(session.groupId);
  return {
    sessionKey: session.id,
    uid: session.uid,
    userName: accountOf(world, session.personId),
    untrustedUserName: session.untrustedUser,
    brokeringUserName: accountOf(world, session.brokeredFor),
    machineName: `${machine.domain}\\${machine.name}`,
    sessionState: session.state,
    appState: session.appState,
    hidden: session.hidden,
    logonInProgress: session.pending,
    logoffInProgress: session.loggingOff === true,
    stateChangedAt: session.stateSince,
    startedAt: session.start,
    desktopKind,
    sessionSupport,
  };
}
