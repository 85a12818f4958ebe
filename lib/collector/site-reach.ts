import type { DeskEnvironment } from "@/lib/env";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { type BridgeAddress, connectSite } from "@/lib/site/connect";
import type { PracticeSite } from "@/lib/site/simulator/practice-site";
import { startStandIn } from "@/lib/site/simulator/stand-in/start";
import type { SiteReach } from "./runtime";

const NO_BRIDGE =
  "No PowerShell bridge is configured: Ghostdesk reads the tables of this site and can do nothing to it. GHOSTDESK_POWERSHELL and GHOSTDESK_CONTROLLER name one.";

/** How this process reaches the site beside its tables. */
export interface OpenReach {
  readonly reach: SiteReach;
  /** For the thread that reads: it has a bridge of its own. */
  readonly bridge: BridgeAddress | null;
  close(): Promise<void>;
}

/**
 * A bridge where a PowerShell is named, on the practice site too: there it speaks to a stand-in for Citrix's modules. A bridge that is ill
 * now is no reason not to start: whoever needs it is told.
 */
export async function openReach(env: DeskEnvironment, practice: PracticeSite | null): Promise<OpenReach> {
  const standIn = env.powerShell && practice ? await startStandIn(practice.openSdkPort()) : null;
  // It crosses to another thread: plain data alone.
  const bridge = env.powerShell && {
    ...env.powerShell,
    standIn: standIn && { url: standIn.url, token: standIn.token },
  };
  const connection = connectSite({ bridge, port: bridge ? null : (practice?.openSdkPort() ?? null) });
  connection?.warm().catch((error) => log.warn({ event: "bridge.not-warm", reason: describeError(error) }));
  const kind = bridge ? "bridge" : practice ? "practice" : "none";
  const reach = { kind, sentence: connection ? null : NO_BRIDGE } as const;
  return {
    reach: { ...reach, sdk: connection?.sdk ?? null, actor: connection?.actor ?? null },
    bridge,
    close: async () => {
      await connection?.close();
      await standIn?.close();
    },
  };
}
