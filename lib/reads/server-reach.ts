import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import type { ServersHeard } from "@/lib/collector/protocol";
import type { Source } from "@/lib/domain/snapshot";

/** Whether servers can be asked for their own list of sessions, and what it means for the ghosts where they cannot. */
export function serverReach(sources: readonly Source[], servers: ServersHeard): GhostsResponse["server"] {
  const sdk = sources.find(({ name }) => name === "sdk");
  switch (sdk?.state) {
    case undefined:
    case "absent":
      return { reach: "absent", sentence: `Servers cannot be asked for their own sessions here. ${MEANWHILE}` };
    case "lost": {
      const problem = sdk.problem ? ` ${sdk.problem}` : "";
      return { reach: "failing", sentence: `Servers cannot be asked at the moment.${problem} ${MEANWHILE}` };
    }
    case "reading":
    case "ok":
    case "stale":
    case "slow":
      return servers.failing > 0 && servers.heard === 0 ? noneAnswers(servers) : { reach: "ok", sentence: null };
  }
}

/** One server that is off is no news; that not one can be asked is. */
function noneAnswers({ failing }: ServersHeard): GhostsResponse["server"] {
  const which =
    failing === 1
      ? "The one server that was asked does not tell its sessions"
      : `Of the ${failing} servers that were asked none tells its sessions`;
  return { reach: "failing", sentence: `${which}. ${MEANWHILE}` };
}

const MEANWHILE = "Without the server's word a session with a name stays a suspect.";
