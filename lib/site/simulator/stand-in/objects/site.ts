import type { SdkController, SdkSite } from "@/lib/site/port";
import { siteAnswer } from "../../answers/site-answers";
import { listing } from "../listing";

/** Get-BrokerSite, Get-BrokerController, Get-BrokerServiceStatus: what they say also without the site's database. */

export const SITE = listing<SdkSite>("Get-BrokerSite", {
  items: (world) => [siteAnswer(world)],
  orderBy: "Name",
  cells: {
    ConnectionLeasingEnabled: ({ connectionLeasingEnabled }) => connectionLeasingEnabled,
    LocalHostCacheEnabled: ({ localHostCacheEnabled }) => localHostCacheEnabled,
    Name: ({ name }) => name,
    ReuseMachinesWithoutShutdownInOutageAllowed: (site) => site.reuseMachinesWithoutShutdownInOutage,
  },
});

interface Numbered extends SdkController {
  readonly uid: number;
}

export const CONTROLLERS = listing<Numbered>("Get-BrokerController", {
  items: (world) => siteAnswer(world).controllers.map((controller, index) => ({ ...controller, uid: index + 1 })),
  orderBy: "MachineName",
  cells: {
    ActiveSiteServices: () => [],
    ControllerVersion: (_, { site }) => site.version,
    DesktopsRegistered: ({ uid }, { machines }) =>
      [...machines.values()].filter(({ registered, controller }) => registered && controller === uid - 1).length,
    DNSName: ({ dnsName }) => dnsName,
    LastActivityTime: ({ lastActivityAt }) => lastActivityAt,
    MachineName: ({ uid }, { site }) => site.controllers[uid - 1]?.machine ?? null,
    State: ({ state }) => state,
    Uid: ({ uid }) => uid,
  },
});

/** The reference describes the object by its first word; `ServiceStatus` is the name of that property in releases seen. */
export const SERVICE_STATUS = listing<SdkController>("Get-BrokerServiceStatus", {
  typeName: "Citrix.Fma.Sdk.Utilities.Service.ServiceStatusInfo",
  items: (world) => siteAnswer(world).controllers,
  orderBy: "ServiceStatus",
  types: { ServiceStatus: "ServiceStatus", ExtraInfo: "Dictionary" },
  cells: { ServiceStatus: ({ serviceStatus }) => serviceStatus },
});
