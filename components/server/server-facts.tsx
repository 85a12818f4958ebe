import type { ServerResponse } from "@/lib/api/contract/servers";
import type { Fact } from "../ui/description-list";
import { Time } from "../ui/time";
import { formatNumber, readable } from "../words";

type Server = ServerResponse["server"];

/** What the site knows of the machine's agent, and by which controller. */
export function serviceFacts(server: Server): Fact[] {
  const { lastDeregistration: lost } = server;
  return [
    { name: "Registration", value: readable(server.registration) },
    { name: "Since", value: timeOr(server.registrationSince) },
    { name: "Controller", value: server.controller },
    { name: "Last contact", value: timeOr(server.lastContactAt) },
    {
      name: "Last lost because",
      value: lost && (
        <>
          {readable(lost.reason)}
          {lost.at && (
            <>
              , <Time at={lost.at} focusable />
            </>
          )}
        </>
      ),
    },
    { name: "Fault", value: server.fault === "None" ? "none" : readable(server.fault) },
    { name: "Fault since", value: server.fault === "None" ? "–" : timeOr(server.faultSince) },
    { name: "Agent version", value: server.agentVersion },
    { name: "Sessions by the Monitor service", value: numberOr(server.reportedSessionCount) },
  ];
}

/** What the machine is. */
export function machineFacts(server: Server): Fact[] {
  return [
    { name: "Account", value: server.account },
    { name: "DNS name", value: server.dnsName },
    { name: "IP address", value: server.ipAddress },
    { name: "Catalog", value: server.catalog },
    { name: "Operating system", value: server.osType },
    { name: "Power", value: readable(server.power) },
    { name: "Powered on", value: timeOr(server.poweredOnAt) },
    { name: "Hypervisor", value: server.hypervisor },
    { name: "Hosted as", value: server.hostedMachineName },
    { name: "Assigned to", value: server.assignedUsers.length > 0 ? server.assignedUsers.join(", ") : "nobody" },
  ];
}

function timeOr(at: string | null) {
  return at && <Time at={at} focusable />;
}

function numberOr(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}
