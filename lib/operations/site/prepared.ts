import type { TouchRow } from "@/lib/api/contract/operations";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import type { Params } from "@/lib/domain/operation/params";
import type { TargetKind, Verb } from "@/lib/domain/operation/verbs";

/** One act that an operation consists of. */
export interface PlannedAct {
  /** Key of the session, machine or lease; DNS name of the controller; "site". */
  readonly key: string;
  readonly label: string;
  readonly machineKey: string | null;
  /** The state that was shown: a session that somebody came back to meanwhile is left alone. Null where there is none to compare. */
  readonly shown: string | null;
}

/** A ghost that the operation is meant to clear. */
export interface MeantGhost {
  readonly id: string;
  readonly class: GhostClass;
}

/** An operation that could be done now: whom it touches, what may go wrong, and what it consists of. */
export interface Prepared {
  readonly verb: Verb;
  readonly kind: TargetKind;
  readonly params: Params;
  readonly label: string;
  /** Of a machine, or the one machine of all its sessions. */
  readonly machine: string | null;
  readonly machineKey: string | null;
  readonly acts: readonly PlannedAct[];
  readonly ghosts: readonly MeantGhost[];
  readonly touches: readonly TouchRow[];
  readonly touchesTotal: number;
  readonly warnings: readonly string[];
  readonly undo: string | null;
  /** What must be the same still when it is done. */
  readonly shown: unknown;
}
