import type { GhostsQuery } from "@/lib/api/contract/ghosts";
import { type GhostClass, INCIDENT_STATES, type IncidentState, OPEN_STATES } from "@/lib/domain/ghost/classes";
import { DeskError } from "@/lib/errors";
import { parseNames } from "./comma-list";
import { fold, foldWords } from "./fold";
import { parseClasses } from "./ghost-classes";
import type { ListedIncident } from "./ghost-row";
import { resolveGroupKey, resolveMachine, resolveSomebody } from "./resolve-key";
import type { SiteIndex } from "./site-index";
import { isPerson, type Somebody, splitAccount, unverifiedKey } from "./somebody";

type Test = (incident: ListedIncident) => boolean;

const ENDED_STATES = INCIDENT_STATES.filter((state) => !OPEN_STATES.some((open) => open === state));
const GROUPS: Readonly<Record<string, readonly IncidentState[]>> = {
  open: OPEN_STATES,
  ended: ENDED_STATES,
  all: INCIDENT_STATES,
};

/** The states that the parameter `state` names; the open ones where it names none. Throws DeskError `invalid`. */
export function parseGhostStates(text: string | undefined): ReadonlySet<IncidentState> {
  const names = [...INCIDENT_STATES, ...Object.keys(GROUPS)];
  const given = parseNames(text, { field: "state", noun: "state of a ghost", plural: "States", names });
  const wanted = given.length === 0 ? ["open"] : given;
  return new Set(wanted.flatMap((name) => GROUPS[name] ?? INCIDENT_STATES.filter((state) => state === name)));
}

/** The states among these that only our own tables know. */
export function endedStates(states: ReadonlySet<IncidentState>): IncidentState[] {
  return ENDED_STATES.filter((state) => states.has(state));
}

export interface ReadyGhostFilter {
  /** Null means every class. */
  readonly classes: ReadonlySet<GhostClass> | null;
  /** By q, server, group and user. */
  readonly isAbout: Test;
}

/** Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter. */
export function readGhostFilter(
  index: SiteIndex,
  query: GhostsQuery,
  incidents: readonly ListedIncident[],
): ReadyGhostFilter {
  const { server, group, user } = query;
  const words = foldWords(query.q);
  const named = [
    ...(server ? [orForgotten(() => onMachine(index, server), isMachineCalled(server), incidents)] : []),
    ...(group ? [orForgotten(() => inGroup(index, group), isGroupCalled(group), incidents)] : []),
    ...(user ? [orForgotten(() => ofSomebody(index, user), isUserCalled(user), incidents)] : []),
  ];
  const isAbout: Test = (incident) => named.every((isNamed) => isNamed(incident)) && isFound(incident, words);
  return { classes: parseClasses(query.class), isAbout };
}

/** A line break keeps a word from matching across two fields. */
function isFound({ user, userFullName, machine, deliveryGroup }: ListedIncident, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const searched = fold([user, userFullName, machine, deliveryGroup].filter(Boolean).join("\n"));
  return words.every((word) => searched.includes(word));
}

/** The site forgets machines, groups and names; an incident remembers what it was about, so its own word counts as well. */
function orForgotten(resolve: () => Test, isCalled: Test, incidents: readonly ListedIncident[]): Test {
  try {
    return resolve();
  } catch (error) {
    const isUnknown = error instanceof DeskError && error.code === "not-found";
    if (!isUnknown || !incidents.some(isCalled)) throw error;
    return isCalled;
  }
}

function onMachine(index: SiteIndex, server: string): Test {
  const { key } = resolveMachine(index, server, "server").record;
  return ({ machineKey }) => machineKey === key;
}

function isMachineCalled(server: string): Test {
  const wanted = fold(server.trim());
  return ({ machineKey, machine }) => machineKey === wanted || (machine !== null && fold(machine) === wanted);
}

function inGroup(index: SiteIndex, group: string): Test {
  const key = resolveGroupKey(index, group, "group");
  return ({ deliveryGroupKey }) => deliveryGroupKey === key;
}

function isGroupCalled(group: string): Test {
  const wanted = fold(group.trim());
  return ({ deliveryGroupKey: key, deliveryGroup: name }) => key === wanted || (name !== null && fold(name) === wanted);
}

function ofSomebody(index: SiteIndex, user: string): Test {
  const somebody = resolveSomebody(index, user, "user");
  const key = isPerson(somebody) ? somebody.record.key : null;
  const names = namesOf(somebody);
  return (incident) =>
    incident.userKey === null
      ? incident.user !== null && names.includes(fold(incident.user))
      : incident.userKey === key;
}

/** The names by which a session may carry somebody whom the site has not verified on it. */
function namesOf(somebody: Somebody): string[] {
  const { account, upn } = isPerson(somebody) ? somebody.record : { account: somebody.account, upn: null };
  return [account, upn].flatMap((name) => (name ? [fold(name)] : []));
}

function isUserCalled(user: string): Test {
  const wanted = fold(user.trim());
  return (incident) => {
    if (incident.userKey === user) return true;
    if (incident.user === null) return false;
    const names = [incident.user, splitAccount(incident.user).name, unverifiedKey(incident.user)];
    return names.some((name) => fold(name) === wanted);
  };
}
