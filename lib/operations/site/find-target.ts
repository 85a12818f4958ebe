import type { OperationTarget } from "@/lib/api/contract/operations";
import type { Machine } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { DeskError } from "@/lib/errors";
import type { SdkSource } from "@/lib/site/port";
import type { ControllerTarget, LeaseTarget, MachineTarget, SessionTarget, SiteTarget } from "../verbs/verb";

/** Finds what somebody means: keys and names against the site as it is. Each throws `not-found` with a sentence. */

export function findSessions(snapshot: Snapshot, keys: readonly string[]): SessionTarget[] {
  const wanted = [...new Set(keys.map((key) => key.toLowerCase()))];
  return wanted.map((key) => {
    const session = snapshot.sessions.get(key);
    if (!session) {
      const message = wanted.length === 1 ? "The session is gone." : "One of these sessions is gone: choose again.";
      throw new DeskError("not-found", message, { field: "target" });
    }
    return {
      kind: "sessions",
      session,
      machine: session.machineKey === null ? null : (snapshot.machines.get(session.machineKey) ?? null),
      group: session.deliveryGroupKey === null ? null : (snapshot.groups.get(session.deliveryGroupKey) ?? null),
      incident: snapshot.ghosts.ofSession(key) ?? null,
    };
  });
}

/** By key, or by a name that only one machine has: the bare name, DOMAIN\name or DNS name. */
export function findMachine(snapshot: Snapshot, keyOrName: string): MachineTarget {
  const machine = snapshot.machines.get(keyOrName.toLowerCase()) ?? machineNamed(snapshot, keyOrName);
  const keys = snapshot.sessionKeysOnMachine(machine.key);
  const sessions = [...keys].flatMap((key) => snapshot.sessions.get(key) ?? []);
  return { kind: "machine", machine, sessions, incidents: snapshot.ghosts.onMachine(machine.key) };
}

function machineNamed(snapshot: Snapshot, name: string): Machine {
  const wanted = name.toLowerCase();
  const found: Machine[] = [];
  for (const machine of snapshot.machines.values()) {
    const names = [machine.name, machine.account, machine.dnsName];
    if (names.some((each) => each?.toLowerCase() === wanted)) found.push(machine);
  }
  const [only, other] = found;
  if (only && !other) return only;
  const message = other ? `More than one machine is called ${name}: name it by its key.` : "There is no such machine.";
  throw new DeskError("not-found", message, { field: "target" });
}

export async function findLease(sdk: SdkSource, key: string): Promise<LeaseTarget> {
  const lease = await sdk.lease(key);
  if (!lease) throw new DeskError("not-found", "The lease is gone.", { field: "target" });
  return { kind: "lease", lease };
}

export async function findController(sdk: SdkSource, name: string): Promise<ControllerTarget> {
  const site = await sdk.site();
  const controller = site.controllers.find(({ dnsName }) => dnsName.toLowerCase() === name.toLowerCase());
  if (!controller) throw new DeskError("not-found", "The site has no such controller.", { field: "target" });
  return { kind: "controller", controller: controller.dnsName, site };
}

export async function findSite(sdk: SdkSource): Promise<SiteTarget> {
  return { kind: "site", site: await sdk.site() };
}

/** Whether a target is of the kind that a verb is for. */
export function targetKindOf(target: OperationTarget) {
  if ("sessions" in target) return "sessions" as const;
  if ("machine" in target) return "machine" as const;
  if ("lease" in target) return "lease" as const;
  return "controller" in target ? ("controller" as const) : ("site" as const);
}
