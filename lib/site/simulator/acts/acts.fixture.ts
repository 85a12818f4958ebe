import type { SiteCommand } from "@/lib/site/command";
import { MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Breakage, Session } from "../entities/session";
import { type OpenedSite, type PracticeSiteChoices, practiceSite, type Row } from "../practice.fixture";
import { SdkAnswers } from "../sdk-answers";
import { carryOut } from "./carry-out";

/** Practice sites on which something is broken, and somebody who acts. */

const SCENARIO_OF: Readonly<Record<Breakage, { name: string; after: number }>> = {
  nameless: { name: "nameless-after-failed-logon", after: 15 * MINUTE },
  gone: { name: "named-gone-disconnected", after: 10 * MINUTE },
  hung: { name: "hung-logon", after: 30 * MINUTE },
  stuck: { name: "stuck-connected", after: 25 * MINUTE },
};

export interface BrokenSite {
  readonly opened: OpenedSite;
  readonly world: World;
  /** The sessions that are broken and established, oldest first. */
  readonly ghosts: readonly Session[];
}

export async function brokenSite(broken: Breakage, count: number, choices?: PracticeSiteChoices): Promise<BrokenSite> {
  const opened = practiceSite(choices);
  const { name, after } = SCENARIO_OF[broken];
  opened.site.startScenario(name, { count });
  await opened.pass(after);
  const { world } = opened.site;
  const ghosts = sessionsWhere(world, (session) => session.broken === broken && session.established);
  if (ghosts.length === 0) throw new Error(`Nothing is ${broken}`);
  return { opened, world, ghosts };
}

export function sessionsWhere(world: World, fits: (session: Session) => boolean): Session[] {
  return [...world.sessions.values()].filter(fits);
}

/** Somebody who works, on a machine of such a group. */
export function healthySession(world: World, group: string): Session {
  const found = sessionsWhere(
    world,
    (each) =>
      world.groupById(each.groupId).name === group &&
      each.established &&
      each.state === "Active" &&
      each.broken === null &&
      !each.pending &&
      each.brokeredFor !== null,
  )[0];
  if (!found) throw new Error(`Nobody works in ${group}`);
  return found;
}

export function machineWhere(world: World, fits: (machine: Machine) => boolean): Machine {
  const found = [...world.machines.values()].find(fits);
  if (!found) throw new Error("No such machine");
  return found;
}

export function act({ site }: OpenedSite, command: SiteCommand) {
  return site.act((world) => carryOut(world, command));
}

export function answersOf({ site }: OpenedSite): SdkAnswers {
  return new SdkAnswers(site);
}

export function rowOf({ tables }: OpenedSite, session: Session): Row | undefined {
  return tables.rows(`SELECT * FROM "Session" WHERE "SessionKey" = ?`, session.id)[0];
}

/** Nobody comes to work or starts anything any more. */
export function nobodyComes(world: World): void {
  for (const person of world.people.values()) person.timers = {};
}
