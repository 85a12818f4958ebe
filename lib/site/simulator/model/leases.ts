import { DAY } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Session } from "../entities/session";
import type { Group, SiteEntity } from "../entities/site";

/** A lease lasts two weeks from the last launch (domain facts, leasing). */
export const LEASE_MS = 14 * DAY;

/** Pooled desktops and anonymous users are never leased. */
export function isLeasable(group: Group): boolean {
  return !group.kiosk && (group.sessionSupport === "MultiSession" || group.desktopKind === "Private");
}

/** As the release has it, or as somebody set it (SDK: Set-BrokerSite -ConnectionLeasingEnabled). */
export function usesLeases(site: SiteEntity): boolean {
  return site.leasingEnabled ?? site.era !== "cache";
}

/** Whether the controller that serves this person has leases: one whose cache was emptied fills it while the database is there. */
export function holdsLeases({ site, now }: World, person: Person): boolean {
  const controller = site.controllers[person.id % site.controllers.length];
  const cache = controller && site.leaseCaches?.[controller.dns];
  return cache === undefined || (site.outageSince ?? now) >= cache.fullAt;
}

/**
 * What was launched renews the right to see one's resources and to reach this one again, on this machine: a desktop when its logon is
 * over, each application when it starts. A session that was started ahead of need has launched nothing yet.
 */
export function renewLeases(world: World, session: Session, applicationId: string | null): void {
  const group = world.groupById(session.groupId);
  const person = session.brokeredFor === null ? null : world.personById(session.brokeredFor);
  if (!person || !usesLeases(world.site) || world.site.outageSince !== null || !isLeasable(group)) return;
  renew(world, `E ${person.id}`, { type: "Enumeration", personId: person.id, resource: null, machineId: null });
  renew(world, launchLeaseId(person, group, applicationId), {
    type: "Launch",
    personId: person.id,
    resource: { groupId: group.id, applicationId },
    machineId: session.machineId,
  });
}

function launchLeaseId(person: Person, group: Group, applicationId: string | null): string {
  const resource = applicationId === null ? "desktop" : String(group.applicationIds.indexOf(applicationId));
  return `L ${person.id} ${group.uid} ${resource}`;
}

/** Launches of the time before the history, so that a site made with a short one has leases of every age too. */
export function addEarlierLeases(world: World, days: number): void {
  for (const person of world.people.values()) {
    const group = world.groupById(person.groupId);
    if (world.site.era === "cache" || person.administrator || group.sessionSupport !== "MultiSession") continue;
    const age = world.random.whole(0, days * DAY);
    const applicationId = group.applicationIds.length === 0 ? null : world.random.pick(group.applicationIds);
    const machineId = world.random.pick(world.census.machinesOf(group.id)).id;
    const resource = { groupId: group.id, applicationId };
    const times = { modified: world.now - age, expires: world.now - age + LEASE_MS, timers: {} };
    const own = { kind: "lease", personId: person.id, ...times } as const;
    world.admit({ ...own, id: `E ${person.id}`, type: "Enumeration", resource: null, machineId: null });
    world.admit({ ...own, id: launchLeaseId(person, group, applicationId), type: "Launch", resource, machineId });
  }
}

function renew(world: World, id: string, about: Pick<Lease, "type" | "personId" | "resource" | "machineId">): void {
  const known = world.leases.get(id);
  const lease: Lease = known ?? { kind: "lease", id, ...about, modified: world.now, expires: world.now, timers: {} };
  lease.machineId = about.machineId;
  lease.modified = world.now;
  lease.expires = world.now + LEASE_MS;
  if (!known) world.admit(lease);
  world.changes.changed.add(lease);
}

/** The machine that a person's valid launch leases name for a group; the only one reachable without a database. */
export function leasedMachine(world: World, person: Person, group: Group): Machine | null {
  const ids = group.applicationIds.length === 0 ? [null] : group.applicationIds;
  const leases = ids
    .map((id) => world.leases.get(launchLeaseId(person, group, id)))
    .filter((lease) => lease !== undefined && lease.expires > world.now && lease.machineId !== null);
  const newest = leases.sort((a, b) => (b?.modified ?? 0) - (a?.modified ?? 0))[0];
  return newest?.machineId ? world.machineById(newest.machineId) : null;
}

/** Leases that ran out are removed by the controllers. */
export function removeExpiredLeases(world: World): void {
  for (const lease of world.leases.values()) {
    if (lease.expires > world.now) continue;
    world.leases.delete(lease.id);
    world.changes.remove(lease);
  }
}
