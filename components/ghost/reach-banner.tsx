import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import { Banner } from "../ui/banner";
import { reachWords } from "./reach-words";

/** Says calmly that servers are not heard, why, and what follows for the queue; nothing while they are. */
export function ReachBanner({ server }: { server: GhostsResponse["server"] }) {
  const { title } = reachWords(server);
  if (title === null) return null;
  return (
    <Banner tone="info" title={title}>
      {server.sentence}
    </Banner>
  );
}
