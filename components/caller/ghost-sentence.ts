import type { GhostRow } from "@/lib/api/contract/ghosts";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { formatInstant } from "../ui/time-format";
import { countOf, listOfWords, onMachine } from "../words";
import { type BarringClass, GHOST_CLAUSES, isDoubtful } from "./ghost-clauses";

/** What an open incident tells whoever has a caller on the line. */
export type CallerGhost = Pick<
  GhostRow,
  "class" | "state" | "confidence" | "confirmedAt" | "machine" | "firstSeenAt" | "takenBy"
>;

type Ghost = Omit<CallerGhost, "class"> & { readonly class: BarringClass };

export interface GhostCase {
  readonly name: string;
  /** At least one. */
  readonly ghosts: readonly Ghost[];
  /** The account that reads this. */
  readonly me: string;
}

/** So many ghosts are told one by one; more are counted. */
const TOLD_MAX = 3;

/** What ghosts a person has, what that does to the next launch, and who works on it. */
export function ghostSentence({ name, ghosts, me }: GhostCase, now: number, zone: string): string {
  const since = ({ firstSeenAt }: Ghost) => formatInstant(Date.parse(firstSeenAt), now, zone);
  const [only] = ghosts;
  const told = ghosts.length === 1 && only ? tellOne(name, only, since(only)) : tellSeveral(name, ghosts, since);
  return [told, workSentence(ghosts, me)].filter(Boolean).join(" ");
}

function tellOne(name: string, ghost: Ghost, since: string): string {
  const { proven, suspected, effect } = GHOST_CLAUSES[ghost.class];
  if (isDoubtful(ghost)) {
    const doubt = `Nobody has confirmed it yet: suspect since ${since}.`;
    return `${name} may have a ghost session ${onMachine(ghost.machine)}: ${suspected}. ${doubt}`;
  }
  return `${name} has a ghost session ${onMachine(ghost.machine)}: ${proven}. ${effect}`;
}

function tellSeveral(name: string, ghosts: readonly Ghost[], since: (ghost: Ghost) => string): string {
  const suspects = ghosts.filter(isDoubtful).length;
  const proven = ghosts.length - suspects;
  const shown = ghosts.slice(0, TOLD_MAX).map((ghost) => {
    const doubt = isDoubtful(ghost) && proven > 0 ? ` (suspect since ${since(ghost)})` : "";
    return `${GHOST_CLASS[ghost.class].label.toLowerCase()} ${onMachine(ghost.machine)}${doubt}`;
  });
  const more = ghosts.length > TOLD_MAX ? [`${ghosts.length - TOLD_MAX} more`] : [];
  const list = [...shown, ...more];
  const told = `${list.slice(0, -1).join(", ")}, and ${list.at(-1)}`;
  if (proven === 0)
    return `${name} may have ${countOf(suspects, "ghost session")}: ${told}. Nobody has confirmed them yet.`;
  const doubtful = suspects > 0 ? ` and ${countOf(suspects, "suspect")}` : "";
  return `${name} has ${countOf(proven, "ghost session")}${doubtful}: ${told}. New launches may be refused, or sent into them.`;
}

/** Who works on them; null where nobody does. */
function workSentence(ghosts: readonly Ghost[], me: string): string | null {
  const taken = ghosts.flatMap(({ takenBy }) => takenBy ?? []);
  const people = [...new Set(taken)];
  if (people.length === 0) return null;
  const which = ghosts.length === 1 ? "it" : taken.length === ghosts.length ? "them" : `${taken.length} of them`;
  const isMe = people.includes(me);
  const who = listOfWords([...(isMe ? ["You"] : []), ...people.filter((person) => person !== me)]);
  return `${who} ${isMe || people.length > 1 ? "are" : "is"} working on ${which}.`;
}
