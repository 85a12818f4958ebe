import { ROLES } from "@/lib/domain/role";
import type { AuthScope } from "./scope";

/** What the sign-in page tells somebody who has no account yet. */
export interface SignInPage {
  /** Demo accounts that can be used now, least role first; none on a real site. */
  readonly demoAccounts: readonly string[];
  /** Nobody can sign in: say how the first account is made. */
  readonly needsFirstAccount: boolean;
}

export async function readSignInPage({ desk, siteId, practice }: AuthScope): Promise<SignInPage> {
  const accounts = await desk.account.findMany({
    where: { siteId, disabledAt: null, ...(practice ? {} : { isDemo: false }) },
    select: { name: true, role: true, isDemo: true },
  });
  const demo = accounts.filter((account) => account.isDemo);
  const rank = (role: string) => (ROLES as readonly string[]).indexOf(role);
  return {
    demoAccounts: demo.sort((a, b) => rank(a.role) - rank(b.role)).map((account) => account.name),
    needsFirstAccount: accounts.length === 0,
  };
}
