import { hasEnded } from "./session-facts";
import { agrees, notYet, type SessionVerb } from "./verb";

/** Set-BrokerSession -Hidden $false: its user is sent back to it. */
export const unhide: SessionVerb = {
  verb: "unhide",
  undo: "Hide it again.",
  // Whether it is hidden is read every ten seconds: who hid the wrong one a moment ago is not made to wait. Shown twice does no harm.
  refuse: hasEnded,
  loses: () => null,
  warn: ({ length }) => [
    `${length === 1 ? "Its user is" : "Their users are"} sent back to it with the next launch: a ghost would keep them out again.`,
  ],
  command: (sessionKey) => ({ verb: "unhide", sessionKey }),
  agrees: (session) => {
    if (session === null) return agrees("Gone");
    return session.hidden ? notYet("The session is still hidden.") : agrees("Shown again");
  },
};
