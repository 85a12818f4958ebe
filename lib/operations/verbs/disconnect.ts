import { countPeople, hasEnded, isWithoutClient, machineIsOff } from "./session-facts";
import { agrees, notYet, type SessionVerb } from "./verb";

/** Disconnect-BrokerSession: the client is cut off without warning, the session goes on. */
export const disconnect: SessionVerb = {
  verb: "disconnect",
  undo: "The person connects again.",
  refuse: (target) => {
    const { session, incident, machine } = target;
    if (session.state === "Disconnected") return "It is disconnected already.";
    if (incident && isWithoutClient(incident.class)) return "No client is connected to a ghost.";
    return hasEnded(target) ?? machineIsOff(machine);
  },
  loses: () => "The connection; the session goes on.",
  warn: (targets) => {
    const active = targets.filter(({ session }) => session.state === "Active").length;
    return active > 0 ? [`${countPeople(active)} cut off without a word of warning.`] : [];
  },
  command: (sessionKey) => ({ verb: "disconnect", sessionKey }),
  agrees: (session) => {
    if (session === null) return agrees("Gone");
    return session.sessionState === "Disconnected" ? agrees("Disconnected") : notYet("The session is still connected.");
  },
};
