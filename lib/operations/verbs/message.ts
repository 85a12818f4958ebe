import { hasEnded, isWithoutClient, machineIsOff } from "./session-facts";
import type { SessionVerb } from "./verb";

/** Send-BrokerSessionMessage: a message box in the session. Nothing tells whether somebody read it, so it ends when the site took it. */
export const message: SessionVerb = {
  verb: "message",
  undo: null,
  refuse: (target) => {
    const { session, incident, machine } = target;
    if (session.state === "Disconnected") return "Nobody would read it: the session is disconnected.";
    if (incident && isWithoutClient(incident.class)) return "Nobody would read it: no client is connected to a ghost.";
    return hasEnded(target) ?? machineIsOff(machine);
  },
  loses: () => null,
  warn: () => [],
  command: (sessionKey, { message: said }) => ({
    verb: "message",
    sessionKey,
    title: said?.title ?? "",
    text: said?.text ?? "",
  }),
  agrees: null,
};
