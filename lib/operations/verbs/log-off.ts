import { countPeople, hasEnded, isPassedOver, machineIsOff, warnOfSuspects } from "./session-facts";
import { agrees, notYet, type SessionVerb } from "./verb";

/** Stop-BrokerSession: asks the machine to log the session off. Taken at once, done later, and without effect where no Windows session is. */
export const logOff: SessionVerb = {
  verb: "log-off",
  undo: null,
  refuse: (target) => {
    const { incident, machine } = target;
    if (incident && isPassedOver(incident, "log-off") && machine?.power !== "Off")
      return "Its server has no Windows session that could be logged off.";
    return hasEnded(target) ?? machineIsOff(machine);
  },
  loses: ({ session: { applications }, incident }) => {
    if (incident !== null && incident.class !== "just-old") return null;
    return applications.length > 0
      ? `What is not saved in ${applications.slice(0, 3).join(", ")}.`
      : "What is not saved.";
  },
  warn: (targets) => {
    const working = targets.filter(({ session, incident }) => incident === null && session.state === "Active").length;
    const isNamed = targets.some(({ incident }) => incident?.class === "named-gone");
    return [
      ...(working > 0 ? [`${countPeople(working)} in the middle of work.`] : []),
      ...(isNamed ? ["This ghost has no Windows session: the log-off may be taken and change nothing."] : []),
      ...warnOfSuspects(targets),
    ];
  },
  command: (sessionKey) => ({ verb: "log-off", sessionKey }),
  agrees: (session) => (session === null ? agrees("Gone") : notYet("The session is still there.")),
};
