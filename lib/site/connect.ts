import type { MessagePort } from "node:worker_threads";
import type { SiteActor } from "./command";
import type { SdkSource } from "./port";
import { openBridge } from "./powershell/bridge";
import type { StandIn } from "./powershell/environment";
import { createSdkSource, createSiteActor } from "./simulator/sdk-port";

/** Where a PowerShell is that speaks for the site; `standIn` where the practice site answers in the place of Citrix's modules. */
export interface BridgeAddress {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly controller: string | null;
  readonly standIn: StandIn | null;
}

/** The one way to a site's SDK, chosen once: by a bridge where there is one, else by the practice site's own port, else by none. */
export interface WayIn {
  readonly bridge: BridgeAddress | null;
  readonly port: MessagePort | null;
}

export interface Connection {
  readonly sdk: SdkSource;
  readonly actor: SiteActor;
  /** Has everything ready that a first write would wait for. Rejects with `unavailable`. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** Null where nothing but the tables can be read. */
export function connectSite({ bridge, port }: WayIn): Connection | null {
  if (bridge) return openBridge(bridge);
  if (!port) return null;
  return {
    sdk: createSdkSource(port),
    actor: createSiteActor(port),
    warm: async () => undefined,
    close: async () => port.close(),
  };
}
