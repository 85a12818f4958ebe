import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localPath } from "@/components/routes";
import { SignInView } from "@/components/sign-in/sign-in-view";
import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import { readSignInPage } from "@/lib/auth/sign-in-page";
import { getRuntime } from "@/lib/collector/runtime";
import { currentActor } from "@/lib/http/current-actor";
import { authScope } from "@/lib/http/identify";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ return?: string | string[] }> }) {
  const wanted = (await searchParams).return;
  const returnTo = typeof wanted === "string" ? localPath(wanted) : null;
  if (await currentActor()) redirect(returnTo ?? "/");
  const runtime = getRuntime();
  const { demoAccounts, needsFirstAccount } = await readSignInPage(authScope(runtime));
  return (
    <SignInView
      siteName={runtime.site.siteName}
      demo={demoAccounts.length > 0 ? { accounts: demoAccounts, password: DEMO_PASSWORD } : null}
      needsFirstAccount={needsFirstAccount}
      returnTo={returnTo}
    />
  );
}
