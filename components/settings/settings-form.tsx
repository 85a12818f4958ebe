"use client";

import dynamic from "next/dynamic";
import { type FormEvent, useRef, useState } from "react";
import type { ApiError } from "@/lib/api/api-error";
import type { SettingsResponse } from "@/lib/api/contract/settings";
import type { SettingName } from "@/lib/domain/settings";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { countOf } from "../words";
import { setDraft, useDraft } from "./draft-store";
import { GROUP_WORDS, namesOf, SETTING_GROUPS } from "./setting-groups";
import { SettingLine } from "./setting-line";
import { typedOf } from "./setting-value";
import { readDraft, settingOfField, withTyped } from "./settings-draft";

const load = () => import("./review-dialog");
const ReviewDialog = dynamic(() => load().then((loaded) => loaded.ReviewDialog), { ssr: false });

/** Every setting with its field. Saving first shows what will change. */
export function SettingsForm({ data, readOnly }: { data: SettingsResponse; readOnly: boolean }) {
  const { settings, changed } = data;
  const draft = useDraft();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { changes, problems } = readDraft(settings, draft);
  const refusedName = settingOfField(refused?.field ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problems.size > 0) focusFirstProblem(form.current);
    else setReviewing(changes.length > 0);
  };
  const discard = () => {
    setDraft({});
    setAsked(false);
    setRefused(null);
  };
  const onTyped = (name: SettingName, typed: ReturnType<typeof typedOf>) => {
    setDraft(withTyped(draft, settings, name, typed));
    if (name === refusedName) setRefused(null);
  };
  const onRefused = (error: ApiError) => {
    setReviewing(false);
    setRefused(error);
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label="Settings"
      // Without fields of its own, what scrolls still has to be reached by the keyboard.
      tabIndex={readOnly ? 0 : undefined}
      className="flex max-w-240 flex-col gap-4"
    >
      {SETTING_GROUPS.map((group) => (
        <Panel key={group} title={GROUP_WORDS[group].title} note={GROUP_WORDS[group].note}>
          <div className="divide-y divide-line">
            {namesOf(group).map((name) => (
              <SettingLine
                key={name}
                name={name}
                value={settings[name]}
                typed={draft[name] ?? typedOf(settings[name])}
                changed={changed[name] ?? null}
                problem={problems.get(name) ?? (name === refusedName ? (refused?.message ?? null) : null)}
                shown={asked || name === refusedName}
                readOnly={readOnly}
                onTyped={(typed) => onTyped(name, typed)}
              />
            ))}
          </div>
        </Panel>
      ))}
      {!readOnly && (
        <SaveBar changes={changes.length} problems={problems.size} onDiscard={discard} onPoint={() => void load()} />
      )}
      {reviewing && (
        <ReviewDialog
          changes={changes}
          onClose={() => setReviewing(false)}
          onSaved={() => {
            setReviewing(false);
            discard();
          }}
          onRefused={onRefused}
        />
      )}
    </form>
  );
}

/** Once its reason is drawn, the field that is wrong gets the focus. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}

interface SaveBarProps {
  changes: number;
  problems: number;
  onDiscard: () => void;
  onPoint: () => void;
}

/** Stays in sight while one scrolls. */
function SaveBar({ changes, problems, onDiscard, onPoint }: SaveBarProps) {
  const touched = changes + problems > 0;
  return (
    <div className="sticky -bottom-4 z-10 flex flex-wrap items-center gap-2 rounded-t-panel border border-line bg-panel px-4 py-2.5 shadow-pop md:-bottom-6">
      <span role="status" className={touched ? "font-medium" : "text-muted"}>
        {wordsOf(changes, problems)}
      </span>
      <div className="ml-auto flex gap-2">
        <Button disabledReason={touched ? null : "Nothing has been changed."} onClick={onDiscard}>
          Discard
        </Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={touched ? null : "Nothing has been changed."}
          onPointerEnter={onPoint}
        >
          Save…
        </Button>
      </div>
    </div>
  );
}

function wordsOf(changes: number, problems: number): string {
  const wrong = problems > 0 && `${countOf(problems, "value")} cannot be used`;
  const right = changes > 0 && `${countOf(changes, "change")} not saved`;
  return [right, wrong].filter(Boolean).join(", ") || "Everything is saved.";
}
