import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import type { Source } from "@/lib/domain/snapshot";

/** Whether servers can be asked for their own list of sessions, and what it means for the ghosts where they cannot. */
export function serverReach(sources: readonly Source[]): GhostsResponse["server"] {
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
      return { reach: "ok", sentence: null };
  }
}

const MEANWHILE = "Without the server's word a session with a name stays a suspect.";
