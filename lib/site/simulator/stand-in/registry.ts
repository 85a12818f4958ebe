import type { ServerTimer, ServerTimers } from "@/lib/site/sdk";

/** The keys of a server's registry that hold limits of sessions (domain facts, timeouts). */

const POLICY = "hklm:\\software\\policies\\microsoft\\windows nt\\terminal services";
const LISTENER = "hklm:\\system\\currentcontrolset\\control\\terminal server\\winstations\\ica-tcp";
const CITRIX = "hklm:\\software\\policies\\citrix\\icapolicies";

const RDS_NAMES = {
  idle: "MaxIdleTime",
  disconnected: "MaxDisconnectionTime",
  connection: "MaxConnectionTime",
} as const;

/** Values of a key by name; null where the server has no such key. */
export function registryValues(path: string, { timers, endsAtLimit }: ServerTimers): Record<string, number> | null {
  const of = (source: ServerTimer["source"]) =>
    Object.fromEntries(timers.filter((each) => each.source === source).map(({ timer, ms }) => [RDS_NAMES[timer], ms]));
  switch (
    path
      .toLowerCase()
      .replace(/^registry::hkey_local_machine/, "hklm:")
      .replace(/\\$/, "")
  ) {
    case POLICY:
      return { ...of("group-policy"), ...(endsAtLimit ? { fResetBroken: 1 } : {}) };
    case LISTENER:
      return of("listener");
    case CITRIX:
      return citrixIdle(timers);
    default:
      return null;
  }
}

/** The only name of a Citrix limit that is published; what else a Citrix policy sets cannot be read there. */
function citrixIdle(timers: readonly ServerTimer[]): Record<string, number> {
  const idle = timers.find(({ timer, source }) => timer === "idle" && source === "citrix-policy");
  return idle ? { MaxIdleSessionTimeout: idle.ms } : {};
}
