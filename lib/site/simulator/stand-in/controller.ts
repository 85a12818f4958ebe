import type { World } from "../engine/world";
import { BROKER_ERROR, CmdletFault } from "./fault";

const HERE = ["", "localhost", "127.0.0.1", "."];

/** The controller that an -AdminAddress names, by its DNS name or the first part of it; the scripts run on the first one. */
export function addressed({ site }: World, adminAddress: string): { readonly dns: string } {
  const host = adminAddress.toLowerCase().replace(/:\d+$/, "");
  const index = HERE.includes(host)
    ? 0
    : site.controllers.findIndex(({ dns }) => [dns, dns.split(".")[0]].some((name) => name?.toLowerCase() === host));
  const controller = site.controllers[index];
  if (controller) return controller;
  throw new CmdletFault(
    `${BROKER_ERROR}.NoServerErrorId`,
    `Could not connect to the Citrix Broker Service on ${adminAddress}.`,
  );
}
