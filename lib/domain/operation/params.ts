import type { PowerAction } from "./verbs";

/** What a verb needs beside its target; a verb leaves null what it does not take. */
export interface Params {
  readonly message: { readonly title: string; readonly text: string } | null;
  readonly action: PowerAction | null;
  /** hide: for how long. */
  readonly forMs: number | null;
  readonly enabled: boolean | null;
}

export const NO_PARAMS: Params = { message: null, action: null, forMs: null, enabled: null };
