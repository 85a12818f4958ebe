import { LADDER } from "@/lib/domain/ghost/ladder";
import { hasEnded, warnOfSuspects } from "./session-facts";
import { agrees, notYet, type SessionVerb } from "./verb";

/** Set-BrokerSession -Hidden: brokering does as if the session were not there, so its user gets a new one. Shared desktops and applications only. */
export const hide: SessionVerb = {
  verb: "hide",
  undo: "Show it again; that happens by itself when its time is over, unless it is a ghost still.",
  refuse: (target) => {
    const { session, group, incident } = target;
    if (session.hidden === true) return "It is hidden already.";
    if (group?.desktopKind === "Private") return "Sessions of private desktops can never be hidden.";
    if (incident === null) return "Only a ghost may be hidden: nobody could come back to a session that is hidden.";
    if (!LADDER[incident.class].includes("hide")) return "Hiding does not help a ghost of this class.";
    return hasEnded(target);
  },
  loses: () => "The way back to this session.",
  warn: warnOfSuspects,
  command: (sessionKey) => ({ verb: "hide", sessionKey }),
  agrees: (session) => {
    if (session === null) return agrees("Gone");
    return session.hidden ? agrees("Hidden") : notYet("The session is not hidden.");
  },
};
