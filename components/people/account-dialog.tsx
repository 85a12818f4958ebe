"use client";

import { type FormEvent, useState } from "react";
import type { AccountRow } from "@/lib/api/contract/people";
import { changeAccount } from "@/lib/api/query";
import type { Role } from "@/lib/domain/role";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import { Select } from "../ui/select";
import { countOf } from "../words";
import { errorOfField, FormError } from "./form-error";
import { ROLE_OPTIONS } from "./role-words";
import { usePeopleChange } from "./use-people-change";

export type AccountAction = "role" | "password" | "disable" | "enable";

interface Words {
  readonly title: (name: string) => string;
  readonly description: (account: AccountRow) => string;
  readonly press: string;
  readonly done: (name: string) => string;
}

const WORDS: Record<AccountAction, Words> = {
  role: {
    title: (name) => `Change the role of ${name}`,
    description: (account) => `Now ${account.role}. ${endsSignIns(account)}`,
    press: "Change the role",
    done: (name) => `The role of ${name} has changed.`,
  },
  password: {
    title: (name) => `Give ${name} a new password`,
    description: (account) => `The old one stops working. ${endsSignIns(account)}`,
    press: "Give the new password",
    done: (name) => `${name} has a new password.`,
  },
  disable: {
    title: (name) => `Disable ${name}?`,
    description: (account) =>
      `${account.name} can no longer sign in. ${endsSignIns(account)} What they did stays written down.`,
    press: "Disable",
    done: (name) => `${name} is disabled.`,
  },
  enable: {
    title: (name) => `Enable ${name}?`,
    description: (account) => `${account.name} can sign in again as ${account.role}, with the password from before.`,
    press: "Enable",
    done: (name) => `${name} can sign in again.`,
  },
};

function endsSignIns({ signedIn }: AccountRow): string {
  return signedIn === 0
    ? "Nobody is signed in with it."
    : `This ends ${countOf(signedIn, "sign-in")} that is open now.`;
}

interface AccountDialogProps {
  account: AccountRow;
  action: AccountAction;
  onClose: () => void;
}

/** Asks before an account changes, and says what it touches. */
export function AccountDialog({ account, action, onClose }: AccountDialogProps) {
  const words = WORDS[action];
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={words.title(account.name)}
      description={words.description(account)}
    >
      <AccountForm account={account} action={action} onClose={onClose} />
    </Dialog>
  );
}

function AccountForm({ account, action, onClose }: AccountDialogProps) {
  const words = WORDS[action];
  const [role, setRole] = useState<Role>(account.role);
  const [password, setPassword] = useState("");
  const bodies = { role: { role }, password: { password }, disable: { disabled: true }, enable: { disabled: false } };
  const change = usePeopleChange({
    change: () => changeAccount(account.id, bodies[action]),
    done: () => words.done(account.name),
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {action === "role" && (
        <Select label="Role" labelled="above" value={role} options={ROLE_OPTIONS} onChange={setRole} />
      )}
      {action === "password" && (
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          maxLength={256}
          hint="At least 12 characters"
          value={password}
          error={errorOfField(change.error, "password")}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      <FormError error={change.error} fields={action === "password" ? ["password"] : []} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant={action === "disable" ? "danger" : "primary"} pending={change.isPending}>
          {words.press}
        </Button>
      </div>
    </form>
  );
}
