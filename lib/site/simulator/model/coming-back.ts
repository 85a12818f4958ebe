import { drawsFor } from "../engine/draws";
import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Person } from "../entities/person";
import type { Session } from "../entities/session";

/** What people do when somebody repaired, or took away, the session they work in. */

function whoWorksIn(world: World, session: Session): Person | null {
  const id = session.personId ?? session.brokeredFor;
  const person = id === null ? null : world.personById(id);
  const atWork = person?.leaveAt !== null && person?.leaveAt !== undefined && person.leaveAt > world.now;
  return atWork ? person : null;
}

/** They start what they had again, if they are still at work. */
export function launchesAgain(world: World, session: Session): void {
  const person = whoWorksIn(world, session);
  if (!person || person.groupId !== session.groupId) return;
  const at = world.now + drawsFor(world, `launches again ${session.uid}`).whole(60, 240) * SECOND;
  if ((person.timers.retry ?? Number.POSITIVE_INFINITY) > at) world.setTimer(person, "retry", at);
}

/** They come back to the session that they were parted from. */
export function reconnectsLater(world: World, session: Session): void {
  if (session.brokeredFor === null || !whoWorksIn(world, session)) return;
  const after = drawsFor(world, `reconnects ${session.uid} ${world.now}`).whole(3, 15) * MINUTE;
  world.setTimer(session, "reconnect", world.now + after);
}
