import type { Asker, CommandName } from "./commands";
import type { StandIn } from "./environment";
import type { Timers } from "./timers";

/** How every process is started. */
export interface Launch {
  readonly executable: string;
  /** Before our own. */
  readonly arguments: readonly string[];
  readonly standIn: StandIn | null;
  readonly timers: Timers;
  /** Called when a request line was given to a process. */
  readonly onSent: (op: CommandName) => void;
}

/** What must never reach a log or a screen. */
export const secretsOf = ({ standIn }: Launch): readonly string[] => (standIn ? [standIn.token] : []);

export interface Question {
  readonly op: CommandName;
  readonly args: unknown;
  /** What the script is given; its process is ended a little later. */
  readonly limitMs: number;
  readonly asker: Asker | null;
  /** Standard input is closed behind it, and the process is expected to end. */
  readonly isLast: boolean;
}
