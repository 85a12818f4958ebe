"use client";

import { RotateCcw } from "lucide-react";
import { useId, useState } from "react";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import { Button } from "../ui/button";
import { FieldError } from "../ui/field";
import { Switch } from "../ui/switch";
import { Time } from "../ui/time";
import { ListField } from "./list-field";
import { boundsWords, isSame, parseTyped, type SettingValue, type Typed, typedOf, valueWords } from "./setting-value";

export interface SettingLineProps {
  name: SettingName;
  /** As it is saved. */
  value: SettingValue;
  typed: Typed;
  changed: { readonly at: string; readonly by: string } | null;
  problem: string | null;
  /** Whether the problem is said before the person has left the field. */
  shown: boolean;
  readOnly: boolean;
  onTyped: (typed: Typed) => void;
}

/** One setting: what it means, its bounds and default, who changed it, and its field. */
export function SettingLine(props: SettingLineProps) {
  const { name, value, typed, problem, readOnly, onTyped } = props;
  const id = useId();
  const [left, setLeft] = useState(false);
  const rule = SETTINGS[name];
  const said = props.shown || left ? problem : null;
  const field = {
    id,
    describedBy: [`${id}-help`, said ? `${id}-problem` : ""].filter(Boolean).join(" "),
    invalid: said !== null,
    onLeave: () => setLeft(true),
    onTyped,
  };
  return (
    <div className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_21rem]">
      <div>
        <label htmlFor={readOnly ? undefined : id} className="font-medium">
          {rule.label}
        </label>
        <p id={`${id}-help`} className="text-muted text-small">
          {rule.help}
        </p>
        <Origin {...props} />
      </div>
      {readOnly ? (
        <p className="wrap-anywhere font-medium md:text-right">{valueWords(name, value)}</p>
      ) : (
        <div className="flex flex-col gap-1">
          {typeof typed === "boolean" ? (
            <Switch id={id} describedBy={field.describedBy} className="md:self-end" on={typed} onChange={onTyped} />
          ) : typeof typed === "string" ? (
            <NumberField {...field} name={name} value={typed} />
          ) : (
            <ListField
              {...field}
              label={rule.label}
              list={typed}
              numeric={rule.kind === "numbers"}
              refused={problem !== null}
            />
          )}
          {said && <FieldError id={`${id}-problem`}>{said}</FieldError>}
          <ToDefault name={name} typed={typed} onTyped={onTyped} />
        </div>
      )}
    </div>
  );
}

/** `5 to 240 minutes, 10 unless changed. Changed 14:05 by admin.` */
function Origin({ name, changed }: SettingLineProps) {
  const bounds = boundsWords(name);
  return (
    <p className="mt-0.5 text-faint text-small">
      {bounds && `${bounds}. `}Default: {valueWords(name, SETTINGS[name].usual)}.
      {changed && (
        <>
          {" "}
          Changed <Time at={changed.at} focusable /> by {changed.by}.
        </>
      )}
    </p>
  );
}

export interface FieldProps {
  id: string;
  describedBy: string;
  invalid: boolean;
  /** The person has finished typing: what is wrong may be said. */
  onLeave: () => void;
  onTyped: (typed: Typed) => void;
}

function NumberField({
  id,
  describedBy,
  invalid,
  onLeave,
  onTyped,
  name,
  value,
}: FieldProps & { name: SettingName; value: string }) {
  const rule = SETTINGS[name];
  return (
    <div className="flex items-center gap-2 md:justify-end">
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        value={value}
        onBlur={onLeave}
        onChange={(event) => onTyped(event.target.value)}
        className={`h-9 w-24 rounded-control border bg-panel px-2.5 text-right ${invalid ? "border-bad" : "border-line-control"}`}
      />
      <span className="w-16 text-muted">{rule.kind === "number" && rule.unit}</span>
    </div>
  );
}

/** Puts the default into the field; saving it is another step. */
function ToDefault({ name, typed, onTyped }: Pick<SettingLineProps, "name" | "typed" | "onTyped">) {
  const { usual } = SETTINGS[name];
  const parsed = parseTyped(name, typed);
  if (parsed.ok && isSame(parsed.value, usual)) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      icon={RotateCcw}
      className="self-start md:self-end"
      onClick={() => onTyped(typedOf(usual))}
    >
      Reset to {valueWords(name, usual)}
    </Button>
  );
}
