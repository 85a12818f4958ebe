import type { Actor } from "@/lib/audit/actor";
import type { PasswordCost } from "@/lib/auth/password";
import type { Clock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";

/** What every verb on accounts and tokens takes: our database, the wall clock, and who is acting. */
export interface AccountsScope {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly actor: Actor;
  /** What hashing a password costs; PASSWORD_COST unless a test says otherwise. */
  readonly passwordCost?: PasswordCost;
}
