import type { OutageResponse } from "@/lib/api/contract/leases";
import type { Tone } from "../ui/tone";
import { countOf, formatNumber } from "../words";

export type Controller = OutageResponse["controllers"][number];
export type Folder = NonNullable<Controller["folder"]>;

/** What is wrong, by the words of Get-BrokerServiceStatus; `PendingFailure` is a connection that was just lost. */
const ILL: Readonly<Record<string, string>> = {
  PendingFailure: "Database just lost",
  DBNotFound: "Database not found",
  DBRejectedConnection: "Database refuses the service",
  DBUnconfigured: "No database configured",
  InvalidDBConfigured: "Wrong database configured",
  DBMissingOptionalFeature: "Database lacks a feature",
  DBMissingMandatoryFeature: "Database lacks a needed feature",
  DBNewerVersionThanService: "Database newer than the service",
  DBOlderVersionThanService: "Database older than the service",
  DBVersionChangeInProgress: "Database being upgraded",
  Failed: "Service failed",
  Unknown: "Service unknown",
};

/** What the broker service on a controller says of itself. */
export function serviceLook(status: string | null): { readonly label: string; readonly tone: Tone } {
  if (status === null) return { label: "Service not read", tone: "unknown" };
  if (status === "OK") return { label: "Service OK", tone: "ok" };
  return { label: ILL[status] ?? `Service: ${status}`, tone: status === "Unknown" ? "unknown" : "bad" };
}

/** States of a controller by Get-BrokerController: `Active` is one that works. */
export function stateTone(state: string): Tone {
  if (state === "Active" || state === "On") return "ok";
  return state === "Failed" || state === "Off" ? "bad" : "unknown";
}

/** Why nothing about leases may be changed now: a controller whose service is not well; null where all are. */
export function unwellController(controllers: readonly Controller[]): string | null {
  const ill = controllers.find(({ serviceStatus }) => serviceStatus !== "OK");
  if (!ill) return null;
  const status = ill.serviceStatus ?? "unknown";
  return `The broker service on ${ill.dnsName} is not well (${status}).`;
}

/** Why the cache of one controller cannot be refreshed; null where it can. A refresh deletes first. */
export function refreshRefusal(outage: Pick<OutageResponse, "era" | "inUse">, controller: Controller): string | null {
  if (outage.era !== "leases" && outage.era !== "both") return "Connection leasing is not on at this site.";
  if (outage.inUse)
    return "Not while the database is away: a refresh deletes first and could not fill the cache again.";
  if (controller.serviceStatus === "OK") return null;
  return `${unwellController([controller])} A refresh deletes first and could not fill the cache again.`;
}

/** `5,310 leases: 612 enumeration, 4,698 launch`. */
export function folderLeases({ enumeration, launch }: Pick<Folder, "enumeration" | "launch">): string {
  const all = countOf(enumeration + launch, "lease");
  return `${all}: ${formatNumber(enumeration)} enumeration, ${formatNumber(launch)} launch`;
}

/** `Apps 120, Icons 98`: files by folder, in the order of the cache. */
export function folderFiles({ files }: Pick<Folder, "files">): string {
  const parts = Object.entries(files).map(([name, count]) => `${name} ${formatNumber(count)}`);
  return parts.join(", ") || "none";
}
