import type { SdkLease } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import type { Person } from "../entities/person";
import { leaseKeyOf, leaseOfKey, leaseUidOf } from "../model/lease-keys";
import { accountOf } from "./session-answers";

/** The only zone of the site. */
const ZONE = "Primary";

/** In the order of their numbers, as pages give them. */
export function leasesByUid(world: World): Lease[] {
  const numbered = [...world.leases.values()].map((lease) => ({ lease, uid: leaseUidOf(world, lease) }));
  return numbered.sort((a, b) => a.uid - b.uid).map(({ lease }) => lease);
}

export function leaseAnswer(lease: Lease, world: World): SdkLease {
  const person = world.personById(lease.personId);
  return {
    uid: leaseUidOf(world, lease),
    key: leaseKeyOf(world, lease),
    type: lease.type,
    ownerName: accountOf(world, lease.personId),
    ownerSid: person.sid,
    ownerUpn: person.upn,
    modifiedAt: lease.modified,
    expiresAt: lease.expires,
    zone: ZONE,
    value: documentOf(lease, person, world),
  };
}

export function leaseNow(world: World, key: string): SdkLease | null {
  const lease = leaseOfKey(world, key);
  return lease ? leaseAnswer(lease, world) : null;
}

/** The real schema is not published; public notes name an expiry, users, a worker, a key for session sharing and `RSApps`. */
function documentOf(lease: Lease, person: Person, world: World): string {
  const user = element("User", { sid: person.sid, name: accountOf(world, person.id), upn: person.upn });
  const parts = [element("Users", {}, [user]), ...resourceOf(lease, world), ...workerOf(lease, world)];
  const expires = new Date(lease.expires).toISOString();
  return element("Lease", { type: lease.type, expiration: expires }, parts);
}

function resourceOf({ resource }: Lease, world: World): string[] {
  if (resource === null) return [];
  const group = world.groupById(resource.groupId);
  const application = resource.applicationId === null ? undefined : world.applications.get(resource.applicationId);
  const apps = application ? [element("RSApp", { id: application.id, name: application.publishedName })] : [];
  return [
    element("DesktopGroup", { uid: String(group.uid), name: group.name }),
    element("SessionSharingKey", { value: `${group.uid}:HDX` }),
    element("RSApps", {}, apps),
  ];
}

function workerOf({ machineId }: Lease, world: World): string[] {
  if (machineId === null) return [];
  const { sid, domain, name, dns } = world.machineById(machineId);
  return [element("Worker", { sid, name: `${domain}\\${name}`, dns })];
}

function element(name: string, attributes: Record<string, string>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const opening = `<${name}${written.join("")}`;
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.join("")}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
