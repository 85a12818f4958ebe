"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";

const INPUT =
  "w-full rounded-control border bg-panel px-2.5 text-body text-ink placeholder:text-faint disabled:bg-sunken disabled:text-faint";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "children"> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, in place. */
  error?: string | null | undefined;
}

/** A labelled text field with its hint and its error where the eye is. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  const id = useId();
  const notes = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={classes("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className={classes(INPUT, "h-9", error ? "border-bad" : "border-line-control")}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-small">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "children"> {
  label: string;
  error?: string | null | undefined;
}

/** A labelled field for several lines. */
export function TextArea({ label, error, className, ...input }: TextAreaProps) {
  const id = useId();
  return (
    <div className={classes("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <textarea
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={classes(INPUT, "py-1.5", error ? "border-bad" : "border-line-control")}
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The sentence under a field or a form that says what is wrong. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="font-medium text-bad-text text-small">
      {children}
    </p>
  );
}
