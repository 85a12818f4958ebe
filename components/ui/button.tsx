"use client";

import type { LucideIcon } from "lucide-react";
import { type ComponentProps, type MouseEvent, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { classes } from "./classes";
import { Tip } from "./tip";
import { VisuallyHidden } from "./visually-hidden";

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Why it cannot be used now. It stays focusable and says so. */
  disabledReason?: string | null | undefined;
  /** Something it started is still going on; a second press does nothing. */
  pending?: boolean;
}

/** A button. One that is off says why, to the eye and to a screen reader. */
export function Button({
  variant = "secondary",
  size = "medium",
  icon: Icon,
  disabledReason,
  pending = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = Boolean(disabledReason) || pending;
  const press = (event: MouseEvent<HTMLButtonElement>) => (off ? event.preventDefault() : onClick?.(event));
  const button = (
    <button
      type="button"
      {...rest}
      className={classes(buttonLook(variant, size, Boolean(disabledReason)), className)}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason ? reasonId : rest["aria-describedby"]}
      onClick={press}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <>
      <Tip text={disabledReason}>{button}</Tip>
      <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>
    </>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "icon" | "children" | "size"> {
  icon: LucideIcon;
  /** Its name, shown as a tip as well. */
  label: string;
}

/** A button that shows an icon alone: its name is its label and its tip. */
export function IconButton({ icon: Icon, label, className, variant = "secondary", ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <Button {...rest} variant={variant} size="small" aria-label={label} className={classes("px-1.75", className)}>
        <Icon aria-hidden className="size-3.5" />
      </Button>
    </Tip>
  );
}
