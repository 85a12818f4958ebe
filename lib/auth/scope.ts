import type { Clock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import type { PasswordCost } from "./password";

/** Where accounts live: one site in our own database, and the clock that limits run by. */
export interface AuthScope {
  readonly desk: Desk;
  readonly siteId: string;
  /** Wall clock. */
  readonly clock: Clock;
  /** Demo accounts are let in on the practice site only. */
  readonly practice: boolean;
  /** What hashing a password costs; PASSWORD_COST unless a test says otherwise. */
  readonly passwordCost?: PasswordCost;
}

/** What accounts and tokens are looked up by: names differ by more than case. */
export function nameKeyOf(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}
