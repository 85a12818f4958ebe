"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { POPUP } from "./popup";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-control pr-3 pl-2 outline-none data-highlighted:bg-hover data-disabled:text-faint";

/** A button that opens a list of things to do or choose. */
export function Menu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-40 outline-none">
          <Base.Popup className={classes(POPUP, "max-h-(--available-height) min-w-44 overflow-y-auto")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  icon: Icon,
  onSelect,
  children,
}: {
  icon?: LucideIcon;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Item className={ITEM} onClick={onSelect}>
      {Icon && <Icon aria-hidden className="size-3.5 text-muted" />}
      {children}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-label text-muted">{children}</div>;
}

export interface MenuChoice<TValue extends string> {
  readonly value: TValue;
  readonly label: string;
  readonly note?: string;
}

/** Choices of which one holds. */
export function MenuChoices<TValue extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: TValue;
  choices: readonly MenuChoice<TValue>[];
  onChange: (value: TValue) => void;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: TValue) => onChange(next)}>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-label text-muted">{label}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} className={ITEM} closeOnClick>
          <Mark>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="size-3.5" />
            </Base.RadioItemIndicator>
          </Mark>
          {choice.label}
          {choice.note && <span className="ml-auto pl-4 text-faint">{choice.note}</span>}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Something that is on or off; the menu stays open, so that several can be set. */
export function MenuCheckbox({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={ITEM} closeOnClick={false}>
      <Mark>
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-3.5" />
        </Base.CheckboxItemIndicator>
      </Mark>
      {children}
    </Base.CheckboxItem>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <span className="grid w-4 place-items-center">{children}</span>;
}
