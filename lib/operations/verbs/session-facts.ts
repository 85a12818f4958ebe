import type { GhostClass, NextStep } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import { LADDER } from "@/lib/domain/ghost/ladder";
import type { Machine, Session } from "@/lib/domain/site";
import type { SessionTarget } from "./verb";

/** What several verbs ask of a session or its machine. */

/** Somebody whose logon is not through yet: an agent or machine that goes away now throws them out of it. */
export function isLoggingOn({ state, appState }: Session): boolean {
  return appState === "PreLogon" || state === "Connected" || state === "PreparingSession" || state === "Pending";
}

/** A rung that stands before the one the rules would take next: the evidence rules it out. */
export function isPassedOver({ class: ghost, next }: Incident, step: NextStep): boolean {
  const ladder = LADDER[ghost];
  const place = ladder.indexOf(step);
  return place >= 0 && (next === null || place < ladder.indexOf(next));
}

export function isWithoutClient(ghost: GhostClass): boolean {
  return ghost === "named-gone" || ghost === "nameless";
}

export function machineIsOff(machine: Machine | null): string | null {
  return machine?.power === "Off" ? `${machine.name} is off: it would hear nothing.` : null;
}

export function hasEnded({ session }: SessionTarget): string | null {
  return session.state === "Terminated" ? "The session has ended." : null;
}

export function countPeople(count: number): string {
  return count === 1 ? "1 person is" : `${count} people are`;
}

/** For verbs that take something away from whoever is in the session. */
export function warnOfSuspects(targets: readonly SessionTarget[]): string[] {
  const isSuspect = targets.some(({ incident }) => incident?.state === "suspect");
  return isSuspect ? ["It is a suspect only: a second read has not confirmed it yet."] : [];
}
