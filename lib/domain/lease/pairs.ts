import type { Lease, LeasedResource } from "./lease";
import type { GroupNames, KnownResource, Pair, PersonLeases } from "./pair";

/** Which pairs there are: what a person's leases name, and what else is known of the person (KnownResource). Nothing is made up. */

interface Draft {
  readonly groupKey: string | null;
  readonly groupName: string | null;
  readonly application: string | null;
  launch: Lease | null;
  assigned: string | null;
}

/** What the enumeration leases of one person list, by resource; `vague`: one whose document does not tell. */
interface Listing {
  readonly byResource: ReadonlyMap<string, Lease>;
  readonly vague: Lease | null;
}

/** All pairs of one person, each once. */
export function pairsOfPerson(person: PersonLeases, groups: GroupNames): Pair[] {
  const launches = person.leases.filter(({ type }) => type === "Launch");
  const enumerations = person.leases.filter(({ type }) => type === "Enumeration");
  const drafts = new Map<string, Draft>();
  for (const lease of launches) addLaunch(drafts, lease, groups);
  addNamed(drafts, enumerations, groups);
  const listing = listingOf(enumerations, groups);
  for (const each of person.known) addKnown(drafts, each, { groups, isListed: listing.byResource.size > 0 });
  return [...drafts].map(([resource, draft]) => ({
    key: `${person.userKey}\n${resource}`,
    userKey: person.userKey,
    userName: person.userName,
    groupKey: draft.groupKey,
    groupName: draft.groupName,
    application: draft.application,
    enumeration: listedBy(listing, draft),
    launch: draft.launch,
    machine: draft.launch ? draft.launch.machine : draft.assigned,
    machineSid: draft.launch?.machineSid ?? null,
  }));
}

function resourceKey(group: string | null, application: string | null): string {
  return `${group?.toLowerCase() ?? ""}\n${application?.toLowerCase() ?? ""}`;
}

/** The draft of a resource, made where there is none. */
function draftOf(drafts: Map<string, Draft>, { group, application }: LeasedResource, groups: GroupNames): Draft {
  const groupKey = group === null ? null : groups.keyOf(group);
  const key = resourceKey(groupKey ?? group, application);
  const draft = drafts.get(key) ?? { groupKey, groupName: group, application, launch: null, assigned: null };
  drafts.set(key, draft);
  return draft;
}

/** A launch lease whose document tells no resource is a pair of its own: nobody knows which. */
function addLaunch(drafts: Map<string, Draft>, lease: Lease, groups: GroupNames): void {
  if (lease.resources.length === 0) {
    drafts.set(lease.key, { groupKey: null, groupName: null, application: null, launch: lease, assigned: null });
  }
  for (const resource of lease.resources) {
    const draft = draftOf(drafts, resource, groups);
    draft.launch = later(draft.launch, lease);
  }
}

/** Named by enumeration leases. Without a group it is the application of that name that is there already, in whichever group. */
function addNamed(drafts: Map<string, Draft>, enumerations: readonly Lease[], groups: GroupNames): void {
  const names = new Set(Array.from(drafts.values(), ({ application }) => application?.toLowerCase()));
  for (const resource of enumerations.flatMap(({ resources }) => resources)) {
    const name = resource.application?.toLowerCase();
    if (resource.group === null && name !== undefined && names.has(name)) continue;
    draftOf(drafts, resource, groups);
    names.add(name);
  }
}

/** A rule is for all applications of its group, some of which are kept from some people: where a lease lists what the person sees, that counts. */
function addKnown(
  drafts: Map<string, Draft>,
  { origin, groupKey, application, machine }: KnownResource,
  { groups, isListed }: { readonly groups: GroupNames; readonly isListed: boolean },
): void {
  const key = resourceKey(groupKey, application);
  if (origin === "ruled" && application !== null && isListed) return;
  const known = { groupKey, groupName: groups.nameOf(groupKey), application, launch: null, assigned: null };
  const draft = drafts.get(key) ?? known;
  draft.assigned ??= machine;
  drafts.set(key, draft);
}

function listingOf(enumerations: readonly Lease[], groups: GroupNames): Listing {
  const byResource = new Map<string, Lease>();
  let vague: Lease | null = null;
  for (const lease of enumerations) {
    if (lease.resources.length === 0) vague = laterVague(vague, lease);
    for (const { group, application } of lease.resources) {
      const key = resourceKey(group === null ? null : (groups.keyOf(group) ?? group), application);
      byResource.set(key, later(byResource.get(key) ?? null, lease));
    }
  }
  return { byResource, vague };
}

function listedBy({ byResource, vague }: Listing, { groupKey, groupName, application }: Draft): Lease | null {
  const named = byResource.get(resourceKey(groupKey ?? groupName, application));
  return named ?? (application === null ? undefined : byResource.get(resourceKey(null, application))) ?? vague;
}

function later(a: Lease | null, b: Lease): Lease {
  return a !== null && a.expiresAt >= b.expiresAt ? a : b;
}

/** One that was read without a problem says more than one that was not. */
function laterVague(a: Lease | null, b: Lease): Lease {
  if (a === null || (a.problem === null) === (b.problem === null)) return later(a, b);
  return a.problem === null ? a : b;
}
