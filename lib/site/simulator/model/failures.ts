import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Group } from "../entities/site";
import { CONNECTION_FAILURE, FAILED_SESSION } from "../store/session-tables";
import type { FailureCategory } from "../store/site-tables";
import { machineDiagnosed, personSeen } from "./rows";

/** Numbers of Monitoring's SessionFailureCode that the practice site uses. */
export const FAILURE = {
  sessionPreparation: 2,
  registrationTimeout: 3,
  connectionTimeout: 4,
  other: 7,
  maintenanceMode: 9,
  noDesktopAvailable: 12,
  sessionLimitReached: 13,
  spinUpFailed: 18,
  refused: 19,
  noMachineAvailable: 100,
} as const;
export type FailureCode = (typeof FAILURE)[keyof typeof FAILURE];

/** ConnectionFailureType of a code: 1 client, 2 machine, 3 capacity, 4 licences, 5 configuration (domain facts, failure codes). */
const CATEGORIES: readonly (readonly [code: number, category: number])[] = [
  [0, 0],
  [1, 0],
  [2, 2],
  [3, 2],
  [4, 1],
  [5, 4],
  [6, 1],
  [7, 1],
  [8, 0],
  [9, 5],
  [19, 2],
  [10, 5],
  [11, 4],
  [12, 3],
  [13, 3],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 2],
  [18, 2],
  [20, 2],
  [21, 3],
  [22, 3],
  [23, 2],
  [24, 3],
  [25, 3],
  [100, 3],
  [101, 2],
];

/** Rows of ConnectionFailureCategory. Ids are data of a site: here row 11 is a machine that refused the session. */
export const FAILURE_CATEGORIES: readonly FailureCategory[] = CATEGORIES.map(([code, category], index) => ({
  id: index + 1,
  code,
  category,
}));

export function categoryIdOf(code: number): number {
  const row = FAILURE_CATEGORIES.find((each) => each.code === code);
  if (!row) throw new Error(`No failure category for code ${code}`);
  return row.id;
}

/** A launch that came to nothing before a machine had taken it. */
export function recordFailedLaunch(
  world: World,
  code: FailureCode,
  about: { person: Person | null; group: Group; machine: Machine | null },
): void {
  if (about.person) personSeen(world, about.person);
  const launch = {
    sessionKey: world.random.guid(),
    at: world.now,
    personId: about.person?.id ?? null,
    machineId: about.machine?.id ?? null,
    categoryId: categoryIdOf(code),
    code,
    desktop: about.group.deliveryType === "DesktopsOnly",
    logId: world.nextId("failureLog"),
  };
  world.batch.put(FAILED_SESSION, launch);
  world.batch.put(CONNECTION_FAILURE, launch);
  if (about.machine) noteFailedConnection(world, about.machine, launch.personId, code);
}

/** ConnectionFailureReason of the broker: 0 none, then session preparation, registration and connection timeout, other. */
export function brokerReason(code: number): number {
  const reasons: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 3, 5: 4, 6: 5 };
  return reasons[code] ?? 6;
}

export function noteFailedConnection(world: World, machine: Machine, personId: number | null, code: number): void {
  machine.lastConnection = { at: world.now, personId, failure: brokerReason(code) };
  machineDiagnosed(world, machine);
}
