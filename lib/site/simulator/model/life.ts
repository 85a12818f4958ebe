import type { LifeEvent, LifeState, Timer } from "@/lib/domain/session/life";
import { step } from "@/lib/domain/session/step";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";

/** The simulated sessions live by the same states as the screens show: whatever moves one from state to state passes through here. */

/** Where the session stands, by what the simulation knows of it. A broken one stays where it was when it broke. */
export function lifeOf({ end, state, appState, idleSince }: Session): LifeState {
  if (end !== null) return "ended";
  if (appState === "PreLogon") return "starting";
  const connection = state === "Disconnected" ? "disconnected" : "active";
  if (appState === "PreLaunched") return `pre-launched-${connection}`;
  if (appState === "Lingering") return `lingering-${connection}`;
  return connection === "active" && idleSince !== null ? "interactive-idle" : `interactive-${connection}`;
}

/** `lingers` matters to the pre-launch terminate timer alone. */
export function ranOut(timer: Timer, lingers = false): LifeEvent {
  return { kind: "expired", timer, lingers };
}

/**
 * Lets something happen to a session; `change` carries it out. What the states do not allow, and a change that leads elsewhere, are faults of the
 * simulator and thrown as such.
 */
export function happen(
  world: World,
  session: Session,
  events: LifeEvent | readonly LifeEvent[],
  change: () => void,
): void {
  let life = lifeOf(session);
  const steps = [events].flat().map((event) => {
    const to = step(life, event);
    if (to === null) throw new Error(`${nameOf(event)} cannot happen to session ${session.id}, which is ${life}`);
    const from = life;
    life = to;
    return { session, event, from, to };
  });
  change();
  if (lifeOf(session) !== life) throw new Error(`Session ${session.id} should be ${life} and is ${lifeOf(session)}`);
  for (const each of steps) world.onLife?.(each);
}

function nameOf(event: LifeEvent): string {
  return event.kind === "expired" ? `${event.kind} ${event.timer}` : event.kind;
}
