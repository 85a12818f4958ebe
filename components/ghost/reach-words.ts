import type { GhostsResponse } from "@/lib/api/contract/ghosts";

type Server = GhostsResponse["server"];
type Reach = Server["reach"];

interface ReachWords {
  /** For the banner; null where all is well. */
  readonly title: string | null;
  /** What was looked at, for the empty queue. */
  readonly lookedAt: string;
}

const WORDS: Record<Reach, ReachWords> = {
  ok: { title: null, lookedAt: "Servers with disconnected sessions are asked for their own list in turn." },
  failing: { title: "Servers are not heard now.", lookedAt: "Servers could not be asked for their own list." },
  absent: { title: "Servers are not heard.", lookedAt: "Servers were not asked for their own list." },
};

/** Whether servers can be asked for their own word, in words. */
export function reachWords({ reach }: Server): ReachWords {
  return WORDS[reach];
}
