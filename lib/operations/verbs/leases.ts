import { agrees, type ControllerVerb, type LeaseVerb, notYet, type SiteVerb } from "./verb";

/** Remove-BrokerLease: vanishes from searches at once, from the controllers' caches a little later. Written again with the next launch. */
export const removeLease: LeaseVerb = {
  verb: "remove-lease",
  undo: "The next launch writes a new one.",
  refuse: () => null,
  warn: ({ lease }) => [
    `Without it ${lease.ownerName ?? "its owner"} cannot ${lease.type === "Launch" ? "launch this" : "see their resources"} while the controllers are without their database.`,
  ],
  command: (leaseKey) => ({ verb: "remove-lease", leaseKey }),
  agrees: (lease) => (lease === null ? agrees("Removed") : notYet("The lease is still there.")),
};

/** Update-BrokerLocalLeaseCache: deletes what the controller has cached, then fills it again from the database: nothing can be read that shows it. */
export const refreshLeases: ControllerVerb = {
  verb: "refresh-leases",
  undo: null,
  refuse: ({ controller, site }) => {
    if (site.connectionLeasingEnabled === null) return "This release of the site has no connection leases.";
    const status = site.controllers.find(({ dnsName }) => dnsName === controller)?.serviceStatus;
    if (status === "OK") return null;
    return `The broker service on ${controller} is not well (${status ?? "unknown"}): a refresh deletes first and could not fill the cache again.`;
  },
  warn: () => [
    "It deletes the cached leases of this controller first. If the database fails before it is filled again, nobody is covered there.",
  ],
  command: (controller) => ({ verb: "refresh-leases", controller }),
  agrees: null,
};

/** Set-BrokerSite -ConnectionLeasingEnabled. */
export const setLeasing: SiteVerb = {
  verb: "set-leasing",
  undo: "Set it back.",
  refuse: ({ site: { connectionLeasingEnabled: now, controllers } }, { enabled }) => {
    if (now === null) return "This release of the site has no connection leases.";
    if (now === enabled) return `Connection leasing is ${enabled ? "on" : "off"} already.`;
    const ill = controllers.find(({ serviceStatus }) => serviceStatus !== "OK");
    return ill ? `The broker service on ${ill.dnsName} is not well (${ill.serviceStatus ?? "unknown"}).` : null;
  },
  warn: ({ site }, { enabled }) => {
    if (!enabled) return ["If the database fails while it is off, nobody can be brokered by a lease."];
    return site.localHostCacheEnabled
      ? ["Local Host Cache is on at this site: Citrix supports one of the two at a time."]
      : [];
  },
  command: (_, { enabled }) => ({ verb: "set-leasing", enabled: enabled === true }),
  agrees: (site, { enabled }) =>
    site.connectionLeasingEnabled === enabled
      ? agrees(enabled ? "Leasing is on" : "Leasing is off")
      : notYet(`Leasing is still ${enabled ? "off" : "on"}.`),
};
