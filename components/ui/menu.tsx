"use client";

import type { LucideIcon } from "lucide-react";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { type TriggerProps, useOverlay } from "./overlay";

export interface MenuChoice<TValue extends string> {
  readonly value: TValue;
  readonly label: string;
  readonly note?: string | undefined;
}

interface Part {
  /** Stands in the menu on small screens only, where the bar has no room for it. */
  readonly small?: boolean;
}

/** What a menu holds, as data: its code comes only when it is opened. */
export type MenuPart = Part &
  (
    | { readonly kind: "label"; readonly label: string }
    | { readonly kind: "separator" }
    | {
        readonly kind: "item";
        readonly label: string;
        readonly icon?: LucideIcon;
        /** A second line. */
        readonly note?: string | undefined;
        /** It cannot be chosen now; its note says why, and the arrows still reach it. */
        readonly off?: boolean;
        readonly onSelect: () => void;
      }
    | {
        readonly kind: "checkbox";
        readonly label: string;
        readonly checked: boolean;
        readonly onChange: (checked: boolean) => void;
      }
    | {
        readonly kind: "choices";
        readonly label: string;
        readonly value: string;
        readonly choices: readonly MenuChoice<string>[];
        readonly onChange: (value: string) => void;
      }
  );

/** Choices of which one holds, as a part of a menu. */
export function menuChoices<TValue extends string>(part: {
  label: string;
  value: TValue;
  choices: readonly MenuChoice<TValue>[];
  onChange: (value: TValue) => void;
  small?: boolean;
}): MenuPart {
  const onChange = (value: string) => {
    const chosen = part.choices.find((choice) => choice.value === value);
    if (chosen) part.onChange(chosen.value);
  };
  return { ...part, kind: "choices", onChange };
}

const load = () => import("./menu-popup");
const MenuPopup = dynamic(() => load().then((loaded) => loaded.MenuPopup), { ssr: false });

export interface MenuProps {
  trigger: (props: TriggerProps) => ReactNode;
  label: string;
  align?: "start" | "end";
  parts: readonly MenuPart[];
}

/** A button that opens a list of things to do or choose. */
export function Menu({ trigger, label, align = "end", parts }: MenuProps) {
  const { trigger: triggerProps, used, ...overlay } = useOverlay("menu", load);
  return (
    <>
      {trigger(triggerProps)}
      {used && <MenuPopup {...overlay} label={label} align={align} parts={parts} />}
    </>
  );
}
