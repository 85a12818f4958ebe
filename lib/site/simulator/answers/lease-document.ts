import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import type { Person } from "../entities/person";
import type { Application, Group } from "../entities/site";
import { accountOf } from "./session-answers";

/**
 * A lease's XML. The real schema is not published; public notes name an expiry, users, a worker, a key for session sharing and `RSApps`.
 * An enumeration lease lists all that its owner sees, a launch lease the one resource it leads to, and the machine.
 */
export function leaseDocument(lease: Lease, world: World): string {
  const person = world.personById(lease.personId);
  const user = element("User", { sid: person.sid, name: accountOf(world, person.id), upn: person.upn });
  const expires = new Date(lease.expires).toISOString();
  return element("Lease", { type: lease.type, expiration: expires }, [
    element("Users", {}, [user]),
    element("Resources", {}, resourcesOf(lease, person, world)),
    ...launchOf(lease, world),
  ]);
}

function resourcesOf({ resource }: Lease, person: Person, world: World): string[] {
  if (resource !== null) {
    const { groupId, applicationId } = resource;
    return [groupElement(world, world.groupById(groupId), applicationId === null ? [] : [applicationId])];
  }
  const groupIds = [person.groupId, person.secondGroupId].filter((id) => id !== null);
  const groups = [...new Set(groupIds)].map((id) => world.groupById(id));
  return groups.map((group) => groupElement(world, group, group.applicationIds));
}

/** Its desktop, or these of its applications. */
function groupElement({ applications }: World, group: Group, applicationIds: readonly string[]): string {
  const published = applicationIds.flatMap((id) => applications.get(id) ?? []);
  const content = group.deliveryType === "DesktopsOnly" ? desktop(group) : element("RSApps", {}, published.map(rsApp));
  return element("DesktopGroup", { uid: String(group.uid), name: group.name }, [content]);
}

const desktop = ({ name }: Group) => element("Desktop", { name });
const rsApp = ({ id, publishedName }: Application) => element("RSApp", { id, name: publishedName });

function launchOf({ resource, machineId }: Lease, world: World): string[] {
  const group = resource && world.groupById(resource.groupId);
  const machine = machineId === null ? null : world.machineById(machineId);
  return [
    ...(group ? [element("SessionSharingKey", { value: `${group.uid}:HDX` })] : []),
    ...(machine
      ? [element("Worker", { sid: machine.sid, name: `${machine.domain}\\${machine.name}`, dns: machine.dns })]
      : []),
  ];
}

function element(name: string, attributes: Record<string, string>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const opening = `<${name}${written.join("")}`;
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.join("")}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
