import type { ServerSort } from "@/lib/api/sort-fields";
import type { Instant } from "@/lib/domain/site";
import { nextByMachine } from "./due-orders";
import type { MachineEntry } from "./entries";
import { fold } from "./fold";
import { validLeases } from "./lease-index";
import type { Order } from "./record-order";
import type { SiteIndex } from "./site-index";
import type { SortValue } from "./sorting";

/** In which order machines stand. What time alone moves is sorted anew for every list, all else with the versions of the site. */

type Moving = Extract<ServerSort, "nextDeadline" | "leases">;

export function sortMachines(index: SiteIndex, field: ServerSort, now: Instant): Order<MachineEntry> {
  switch (field) {
    case "nextDeadline": {
      const next = nextByMachine(index, now);
      return index.machines.sortedNow(({ record }) => next.get(record.key) ?? null);
    }
    case "leases":
      if (index.snapshot.leases.reading.asOf === null) return index.machines.sortedNow(() => null);
      return index.machines.sortedNow(({ record }) => validLeases(index.leases.onMachine(record.name), now).count);
    case "name":
    case "deliveryGroup":
    case "users":
    case "sessions":
    case "load":
    case "registration":
    case "power":
    case "pending":
    case "ghosts":
      return index.machines.sorted(field, (entry) => SORT_VALUES[field](entry, index));
  }
}

const text = (value: string | null): SortValue => (value === null ? null : fold(value));

const SORT_VALUES: Record<Exclude<ServerSort, Moving>, (entry: MachineEntry, index: SiteIndex) => SortValue> = {
  name: ({ record }) => text(record.name),
  deliveryGroup: ({ record }) => text(record.deliveryGroup),
  users: ({ record }, index) => index.tallyOnMachine(record.key).users,
  sessions: ({ record }, index) => index.tallyOnMachine(record.key).sessions,
  load: ({ record }) => record.loadIndex,
  registration: ({ record }) => text(record.registration),
  power: ({ record }) => text(record.power),
  pending: ({ record }) => record.pendingSessions,
  ghosts: ({ record }, index) => index.snapshot.ghosts.onMachine(record.key).length,
};
