import type { LeasedResource } from "@/lib/domain/lease/lease";
import { valueIn, type XmlNode } from "./xml-tree";

/**
 * Which resources a lease's document names. The schema is not published, so groups and applications are looked for by name, wherever they stand: an application
 * belongs to the group around it, to the one it names itself, or to the one that stands before it.
 */

const GROUPS = ["desktopgroup", "deliverygroup"];
const GROUP_VALUES = ["desktopgroupname", "deliverygroupname", ...GROUPS];
const APPLICATIONS = ["rsapp", "app", "application", "publishedapp", "publishedapplication"];
const DESKTOPS = ["rsdesktop", "desktop", "publisheddesktop"];
const RESOURCE = "resource";
/** Whatever is said of people and machines names no resource. */
const OTHERS = ["users", "user", "owner", "account", "workers", "worker", "machine", "vda", "server"];
const NAMES = ["publishedname", "browsername", "displayname", "applicationname", "name", "id"];
/** One lease lists at most so many; a document of the permitted size can hold more only if somebody made it for that. */
const RESOURCES_MAX = 1_000;

interface Found {
  readonly resources: Map<string, LeasedResource>;
  /** Groups that are named, and whether a resource of theirs is. */
  readonly groups: Map<string, boolean>;
}

/** A group of which no application is named is its desktop. */
export function resourcesOf(root: XmlNode): readonly LeasedResource[] {
  const found: Found = { resources: new Map(), groups: new Map() };
  visit(root, null, found);
  for (const [group, isUsed] of found.groups) if (!isUsed) put(found, { group, application: null });
  return [...found.resources.values()];
}

function visit(node: XmlNode, outer: string | null, found: Found): void {
  let group = nodeGroup(node) ?? siblingGroup(node) ?? outer;
  if (group !== null && !found.groups.has(group)) found.groups.set(group, false);
  const resource = resourceOf(node, group);
  if (resource) {
    put(found, resource);
    return;
  }
  for (const child of node.children) {
    if (OTHERS.includes(child.name)) continue;
    visit(child, group, found);
    if (GROUPS.includes(child.name)) group = nodeGroup(child) ?? group;
  }
}

/** The group that a node names of itself. */
function nodeGroup(node: XmlNode): string | null {
  if (!GROUPS.includes(node.name)) return valueIn(node, GROUP_VALUES);
  const named = valueIn(node, ["name", "publishedname", "desktopgroupname", "deliverygroupname"]);
  return named ?? (node.children.length === 0 ? node.text.trim() || null : null);
}

/** The group of what stands beside it: the first that is named there, until another one follows. */
function siblingGroup(node: XmlNode): string | null {
  const first = node.children.find(({ name, children }) => GROUPS.includes(name) && children.length === 0);
  return first ? nodeGroup(first) : null;
}

function resourceOf(node: XmlNode, group: string | null): LeasedResource | null {
  const isDesktop = DESKTOPS.includes(node.name) || (node.name === RESOURCE && isDesktopType(node));
  if (isDesktop) return group === null ? null : { group, application: null };
  if (node.name !== RESOURCE && !APPLICATIONS.includes(node.name)) return null;
  const name = valueIn(node, NAMES) ?? (node.children.length === 0 ? node.text.trim() || null : null);
  return name === null ? null : { group, application: name };
}

function isDesktopType(node: XmlNode): boolean {
  return /desktop/i.test(valueIn(node, ["type", "resourcetype", "kind"]) ?? "");
}

function put({ resources, groups }: Found, resource: LeasedResource): void {
  if (resource.group !== null) groups.set(resource.group, true);
  if (resources.size < RESOURCES_MAX) resources.set(`${resource.group ?? ""}\n${resource.application ?? ""}`, resource);
}
