import type { Lease, LeaseFolder } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import type { LeaseFolderAddress } from "@/lib/env";
import { LeaseFolderReader } from "@/lib/site/leases/folder";
import type { WalkLimits } from "@/lib/site/leases/folder-walk";

/** The cache folders of the controllers, as last read, compared with what the site itself lists. */
export class FolderWatch {
  readonly #readers: readonly LeaseFolderReader[];
  #current: readonly LeaseFolder[];

  constructor(addresses: readonly LeaseFolderAddress[], limits?: WalkLimits) {
    this.#readers = addresses.map((address) => new LeaseFolderReader(address, limits));
    this.#current = this.#readers.map(({ folder }) => folder);
  }

  get isEmpty(): boolean {
    return this.#readers.length === 0;
  }

  get current(): readonly LeaseFolder[] {
    return this.#current;
  }

  /** One folder after the other. `siteLeases` is null where the site's own leases were not read: then nothing is missing or not. */
  async read(now: Instant, siteLeases: Iterable<Lease> | null): Promise<void> {
    const listed = siteLeases && [...siteLeases];
    const folders: LeaseFolder[] = [];
    for (const reader of this.#readers) {
      const { folder, leases } = await reader.read(now);
      folders.push(listed && isWhole(folder) ? compare(folder, leases, listed) : folder);
    }
    this.#current = folders;
  }
}

/** What was left out of a folder that is too large is not missing in it. */
function isWhole({ reading }: LeaseFolder): boolean {
  return reading.asOf !== null && !(reading.state === "ok" && reading.problem !== null);
}

/** A file may name its lease by another key than the SDK does; who may reach what is the same in both. */
function compare(folder: LeaseFolder, held: ReadonlyMap<string, Lease>, listed: readonly Lease[]): LeaseFolder {
  const contents = new Set([...held.values()].flatMap(contentOf));
  const missingKeys = listed
    .filter((lease) => !held.has(lease.key) && !contentOf(lease).some((content) => contents.has(content)))
    .map(({ key }) => key);
  return { ...folder, missing: missingKeys.length, missingKeys };
}

function contentOf({ type, ownerSid, resources }: Lease): string[] {
  if (ownerSid === null) return [];
  if (type === "Enumeration") return [`E ${ownerSid}`];
  return resources.map(({ group, application }) => `L ${ownerSid} ${group} ${application}`);
}
