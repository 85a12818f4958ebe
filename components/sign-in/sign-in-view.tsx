"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/lib/api/api-error";
import { signIn } from "@/lib/api/query";
import { localPath } from "../routes";
import { BrandMark } from "../shell/brand-mark";
import { Button } from "../ui/button";
import { FieldError, TextField } from "../ui/field";
import { formatDuration } from "../ui/time-format";

export interface SignInViewProps {
  siteName: string;
  /** Demo accounts of a practice site with the password they share; null on a real site. */
  demo: { readonly accounts: readonly string[]; readonly password: string } | null;
  /** Nobody can sign in yet: the page says how the first account is made. */
  needsFirstAccount: boolean;
  returnTo: string | null;
}

/** The door: account and password, and what somebody needs who has neither. */
export function SignInView({ siteName, demo, needsFirstAccount, returnTo }: SignInViewProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="flex w-full max-w-92 flex-col gap-5">
        <header className="flex items-center gap-3">
          <BrandMark className="size-9 text-accent" />
          <div>
            <h1 className="font-[650] text-heading">Ghostdesk</h1>
            <p className="text-muted">{siteName}</p>
          </div>
        </header>
        <noscript>
          <p className="rounded-panel border border-warn-border bg-warn-soft p-4 text-warn-text">
            Ghostdesk needs JavaScript, which is off in this browser.
          </p>
        </noscript>
        {needsFirstAccount ? <FirstAccount /> : <SignInForm demo={demo} returnTo={returnTo} />}
      </div>
    </main>
  );
}

function SignInForm({ demo, returnTo }: Pick<SignInViewProps, "demo" | "returnTo">) {
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: () => window.location.assign(localPath(returnTo)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate({ account: account.trim(), password });
  };
  const fill = (name: string, secret: string) => {
    setAccount(name);
    setPassword(secret);
    attempt.reset();
  };
  return (
    <>
      {/* Sent before the scripts run, a form without a method would put the password into the address. */}
      <form
        method="post"
        onSubmit={submit}
        className="flex flex-col gap-4 rounded-panel border border-line bg-panel p-5"
      >
        <TextField
          label="Account"
          name="account"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          required
          maxLength={64}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={256}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {attempt.error && <FieldError>{sentenceOf(attempt.error)}</FieldError>}
        <Button type="submit" variant="primary" size="large" pending={attempt.isPending || attempt.isSuccess}>
          {attempt.isPending || attempt.isSuccess ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      {demo && demo.accounts.length > 0 && <DemoAccounts demo={demo} onFill={fill} />}
    </>
  );
}

/** Fills the form; signing in stays the person's own press. */
function DemoAccounts({
  demo,
  onFill,
}: {
  demo: NonNullable<SignInViewProps["demo"]>;
  onFill: (name: string, password: string) => void;
}) {
  return (
    <section aria-label="Demo accounts" className="rounded-panel border border-info-border bg-info-soft p-4">
      <p className="text-info-text">
        This is a practice site: nothing here is real. Choose an account to fill the form; all of them have the password{" "}
        <strong className="font-semibold">{demo.password}</strong>.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {demo.accounts.map((name) => (
          <Button key={name} size="small" onClick={() => onFill(name, demo.password)}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}

function FirstAccount() {
  return (
    <section aria-label="First account" className="flex flex-col gap-3 rounded-panel border border-line bg-panel p-5">
      <h2 className="font-semibold text-title">Nobody can sign in yet</h2>
      <p className="text-muted">The first account is made on the server, in the folder of Ghostdesk:</p>
      <pre className="overflow-x-auto rounded-control border border-line bg-sunken p-3 font-mono text-small">
        npm run user -- add NAME --role admin
      </pre>
      <p className="text-muted">It asks for a password. Then load this page again.</p>
    </section>
  );
}

/** What a failed attempt tells; which of account and password was wrong, nobody learns. */
function sentenceOf(error: Error): string {
  if (!(error instanceof ApiError)) return "Signing in did not work. Try again.";
  if (error.code === "limited" && error.retryAfterSeconds !== null) {
    return `Too many failed attempts. Try again in ${formatDuration(error.retryAfterSeconds * 1000)}.`;
  }
  return error.message;
}
