"use client";

import { type FormEvent, useState } from "react";
import { addAccount } from "@/lib/api/query";
import type { Role } from "@/lib/domain/role";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import { Select } from "../ui/select";
import { errorOfField, FormError } from "./form-error";
import { ROLE_OPTIONS } from "./role-words";
import { usePeopleChange } from "./use-people-change";

const FIELDS = ["name", "password"];

export function AddAccountDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Add an account"
      description="Tell the person the password by a safe way; they keep it until an administrator gives a new one."
    >
      <AddAccountForm onClose={onClose} />
    </Dialog>
  );
}

function AddAccountForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [role, setRole] = useState<Role>("desk");
  const add = usePeopleChange({
    change: addAccount,
    done: (input) => `${input.name} can sign in as ${input.role}.`,
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name: name.trim(), role, password });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
        maxLength={64}
        hint="Letters, digits and . _ @ -"
        value={name}
        error={errorOfField(add.error, "name")}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        maxLength={256}
        hint="At least 12 characters"
        value={password}
        error={errorOfField(add.error, "password")}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Select label="Role" labelled="above" value={role} options={ROLE_OPTIONS} onChange={setRole} />
      <FormError error={add.error} fields={FIELDS} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={add.isPending}>
          Add
        </Button>
      </div>
    </form>
  );
}
