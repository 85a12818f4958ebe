import type { ActAnswer, SiteCommand } from "@/lib/site/command";
import type { World } from "../engine/world";
import { refreshLeases, removeLease, setLeasing } from "./lease-acts";
import { queuePowerAction, restartAgentOf, setMaintenance } from "./machine-acts";
import { disconnectSession, logOff, sendMessage, setHidden } from "./session-acts";
import { leaseOfKeyOrRefuse, machineOfKey, requireDatabase, sessionOfKey } from "./targets";

type Accepted = Extract<ActAnswer, { kind: "accepted" }>;

/** Does what a command says. Throws ActRefusal, and has changed nothing then, where the site refuses it. */
export function carryOut(world: World, command: SiteCommand): Accepted {
  // Also a server's agent is restarted by way of the site, which tells where the server is.
  requireDatabase(world);
  if (command.verb === "power") {
    const { id } = queuePowerAction(world, machineOfKey(world, command.machineKey), command.action);
    return { kind: "accepted", powerActionUid: id };
  }
  act(world, command);
  return { kind: "accepted", powerActionUid: null };
}

function act(world: World, command: Exclude<SiteCommand, { verb: "power" }>): void {
  switch (command.verb) {
    case "log-off":
      logOff(world, sessionOfKey(world, command.sessionKey));
      return;
    case "disconnect":
      disconnectSession(world, sessionOfKey(world, command.sessionKey));
      return;
    case "hide":
    case "unhide":
      setHidden(world, sessionOfKey(world, command.sessionKey), command.verb === "hide");
      return;
    case "message":
      sendMessage(world, sessionOfKey(world, command.sessionKey), command);
      return;
    case "restart-agent":
      restartAgentOf(world, machineOfKey(world, command.machineKey));
      return;
    case "maintenance-on":
    case "maintenance-off":
      setMaintenance(world, machineOfKey(world, command.machineKey), command.verb === "maintenance-on");
      return;
    case "remove-lease":
      removeLease(world, leaseOfKeyOrRefuse(world, command.leaseKey));
      return;
    case "refresh-leases":
      refreshLeases(world, command.controller);
      return;
    case "set-leasing":
      setLeasing(world, command.enabled);
      return;
  }
}
