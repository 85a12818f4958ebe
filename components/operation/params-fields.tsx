"use client";

import type { OperationParams } from "@/lib/api/contract/operations";
import { POWER_ACTIONS, type Verb } from "@/lib/domain/operation/verbs";
import { TextArea, TextField } from "../ui/field";
import { Select } from "../ui/select";
import { POWER_WORD } from "./verb-words";

const TITLE_MAX = 100;
const TEXT_MAX = 2_000;
const USUAL = "usual";

const HIDE_FOR = [
  { value: USUAL, label: "as long as the settings say" },
  { value: "PT1H", label: "1 hour" },
  { value: "PT4H", label: "4 hours" },
  { value: "PT8H", label: "8 hours" },
  { value: "P1D", label: "1 day" },
  { value: "P3D", label: "3 days" },
] as const;

const POWER_CHOICES = POWER_ACTIONS.map((action) => ({ value: action, label: POWER_WORD[action].name }));

/** What a verb needs to know before anything else; nothing for most. */
export function ParamsFields({
  verb,
  params,
  onChange,
}: {
  verb: Verb;
  params: OperationParams;
  onChange: (params: OperationParams) => void;
}) {
  if (verb === "message") {
    return (
      <>
        <TextField
          label="Title"
          autoComplete="off"
          maxLength={TITLE_MAX}
          value={params.title ?? ""}
          onChange={(event) => onChange({ ...params, title: event.target.value })}
        />
        <TextArea
          label="What the person reads"
          rows={3}
          maxLength={TEXT_MAX}
          value={params.text ?? ""}
          onChange={(event) => onChange({ ...params, text: event.target.value })}
        />
      </>
    );
  }
  if (verb === "power") {
    return (
      <Select
        label="What the machine does"
        labelled="above"
        value={params.action ?? "Restart"}
        options={POWER_CHOICES}
        onChange={(action) => onChange({ ...params, action })}
      />
    );
  }
  if (verb !== "hide") return null;
  return (
    <Select
      label="For how long"
      labelled="above"
      value={HIDE_FOR.find(({ value }) => value === params.for)?.value ?? USUAL}
      options={HIDE_FOR}
      onChange={(length) => onChange(length === USUAL ? {} : { for: length })}
    />
  );
}

/** What the fields hold at first. */
export function firstParams(verb: Verb, given: OperationParams | undefined): OperationParams {
  if (verb === "message") return { title: "Message from the service desk", text: "", ...given };
  if (verb === "power") return { action: "Restart", ...given };
  return { ...given };
}

/** Whether everything is there that the site needs. */
export function isComplete(verb: Verb, { title, text }: OperationParams): boolean {
  return verb !== "message" || Boolean(title?.trim() && text?.trim());
}
