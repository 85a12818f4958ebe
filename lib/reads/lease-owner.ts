import { DeskError } from "@/lib/errors";
import type { LeaseEntry } from "./lease-index";
import { resolveMachine, resolveSomebody } from "./resolve-key";
import type { SiteIndex } from "./site-index";
import { isPerson } from "./somebody";

/** Whom and what a parameter names where the site may have forgotten it: leases still know people and machines that left. */

/** Names under which leases have their owner. Throws DeskError `not-found` and `conflict`, naming the field. */
export function resolveOwnerNames(index: SiteIndex, text: string, field: string): string[] {
  let owners: string[] = [];
  const somebody = orElse(
    () => resolveSomebody(index, text, field),
    () => {
      owners = index.leases.ownersCalled(text);
      return owners.length > 0;
    },
  );
  if (somebody === null) return owners;
  if (!isPerson(somebody)) return [somebody.account];
  const { key, account, upn } = somebody.record;
  return upn === null ? [key, account] : [key, account, upn];
}

export function leasesOfNames(index: SiteIndex, names: readonly string[]): LeaseEntry[] {
  return [...new Set(names.flatMap((name) => [...index.leases.ofOwner(name)]))];
}

/** The bare name of a machine. */
export function resolveMachineName(index: SiteIndex, text: string, field: string): string {
  const machine = orElse(
    () => resolveMachine(index, text, field),
    () => index.leases.onMachine(text.trim()).size > 0,
  );
  return machine?.record.name ?? text.trim();
}

function orElse<TFound>(resolve: () => TFound, isRemembered: () => boolean): TFound | null {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof DeskError && error.code === "not-found" && isRemembered()) return null;
    throw error;
  }
}
