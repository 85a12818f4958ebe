import type { PowerShellAddress } from "@/lib/env";
import { describeError } from "@/lib/errors";
import type { SdkSite } from "@/lib/site/port";
import { type Bridge, openBridge } from "@/lib/site/powershell/bridge";
import type { Finding } from "./examine";

const area = "bridge";

/** Starts the PowerShell that is named, asks what it is, and asks the site through it. Never rejects: what fails is a finding. */
export async function examineBridge(address: PowerShellAddress | null): Promise<Finding[]> {
  if (!address) {
    const text = "not configured: read-only from tables, controllers and SDK unknown";
    return [{ area, check: "PowerShell", state: "warn", text }];
  }
  const bridge = openBridge({ ...address, standIn: null });
  try {
    return [await greet(bridge), ...(await askSite(bridge))];
  } catch (error) {
    return [{ area, check: "PowerShell", state: "bad", text: `${address.executable}: ${describeError(error)}` }];
  } finally {
    await bridge.close();
  }
}

async function greet(bridge: Bridge): Promise<Finding> {
  const { edition, version, sdk, languageMode } = await bridge.hello();
  const text = `${edition} ${version}, Citrix SDK as ${sdk}, ${languageMode}`;
  return { area, check: "PowerShell", state: languageMode === "FullLanguage" ? "ok" : "bad", text };
}

async function askSite({ sdk }: Bridge): Promise<Finding[]> {
  try {
    const site = await sdk.site();
    return [
      { area, check: "SDK", state: "ok", text: `${site.name}, release ${site.version ?? "unknown"}` },
      ...controllers(site),
    ];
  } catch (error) {
    return [{ area, check: "SDK", state: "bad", text: describeError(error) }];
  }
}

function controllers({ controllers: all }: SdkSite): Finding[] {
  return all.map(({ dnsName, state, serviceStatus }) => ({
    ...{ area, check: `controller ${dnsName}` },
    state: serviceStatus === null ? "unknown" : serviceStatus === "OK" ? "ok" : "warn",
    text: `${state}, broker service ${serviceStatus ?? "not heard"}`,
  }));
}
