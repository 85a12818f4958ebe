"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "@/lib/api/api-error";
import { changeSettings, settingsQuery } from "@/lib/api/query";
import { isSettingName } from "@/lib/domain/ghost/allowed-setting";
import { FormError } from "../people/form-error";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { countOf } from "../words";
import { valueWords } from "./setting-value";
import { bodyOf, isAboutSetting, type SettingChange } from "./settings-draft";

export interface ReviewDialogProps {
  changes: readonly SettingChange[];
  onClose: () => void;
  onSaved: () => void;
  /** The server refused one of the values: said beside its field. */
  onRefused: (error: ApiError) => void;
}

/** Shows what saving changes before it does. */
export function ReviewDialog({ changes, onClose, onSaved, onRefused }: ReviewDialogProps) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => changeSettings(bodyOf(changes)),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery().queryKey, saved);
      onSaved();
      showToast(`${countOf(changes.length, "setting")} saved.`, {
        description: "They count from now on; ghosts are judged by them with the next read.",
      });
    },
    onError: (error) => {
      if (isAboutSetting(error)) onRefused(error);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Save ${countOf(changes.length, "change")}?`}
      description={`${changes.some(({ name }) => isSettingName(name)) ? "Open ghosts are judged again by the new values. " : ""}The change is written down with your name.`}
    >
      <ul className="mb-4 divide-y divide-line border-line border-y">
        {changes.map(({ name, label, from, to }) => (
          <li key={name} className="py-2">
            <span className="font-medium">{label}</span>
            <span className="wrap-anywhere block text-muted">
              {valueWords(name, from)} <span aria-hidden>→</span>
              <span className="sr-only">becomes</span>{" "}
              <span className="font-medium text-ink">{valueWords(name, to)}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-3">
        <FormError error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={save.isPending} onClick={() => save.mutate()}>
            Save
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
