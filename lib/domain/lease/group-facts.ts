import type { DeliveryGroup, Machine } from "../site";
import type { OutageGroup } from "./lease";

/** What of a delivery group decides about all of its pairs; worked out once for the group. */
export interface GroupFacts {
  /** Single-session machines that anybody is given; null where the site does not tell. */
  readonly pooled: boolean | null;
  readonly maintenance: boolean | null;
  readonly reuseWithoutShutdown: boolean | null;
  /** Whether any of its machines is powered by the site. */
  readonly powerManaged: boolean;
  readonly machines: number;
  /** Registered. */
  readonly registered: number;
  /** Registered and not in maintenance mode. */
  readonly open: number;
}

const UNMANAGED: ReadonlySet<string> = new Set(["Unmanaged", "NotSupported", "Unknown"]);

/** `machines` are those of the group. */
export function groupFactsOf(
  group: DeliveryGroup,
  machines: Iterable<Machine>,
  outage: OutageGroup | undefined,
): GroupFacts {
  const count = { machines: 0, registered: 0, open: 0 };
  let powerManaged = false;
  for (const machine of machines) {
    const registered = machine.registration === "Registered";
    count.machines += 1;
    if (registered) count.registered += 1;
    if (registered && !machine.maintenance) count.open += 1;
    powerManaged ||= !UNMANAGED.has(machine.power);
  }
  return {
    pooled: isPooled(group),
    maintenance: group.maintenance,
    reuseWithoutShutdown: outage?.reuseWithoutShutdown ?? null,
    powerManaged,
    ...count,
  };
}

function isPooled({ sessionSupport, desktopKind }: DeliveryGroup): boolean | null {
  if (sessionSupport === "MultiSession" || desktopKind === "Private") return false;
  return sessionSupport === "SingleSession" && desktopKind === "Shared" ? true : null;
}
