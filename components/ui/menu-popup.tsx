"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { classes } from "./classes";
import type { MenuPart } from "./menu";
import type { useOverlay } from "./overlay";
import { POPUP } from "./popup";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-control pr-3 pl-2 outline-none data-highlighted:bg-hover data-disabled:text-faint";
const LABEL = "px-2 pt-1.5 pb-1 text-label text-muted";

export interface MenuPopupProps {
  open: boolean;
  onOpenChange: ReturnType<typeof useOverlay>["onOpenChange"];
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align: "start" | "end";
  parts: readonly MenuPart[];
}

/** The opened menu. The arrows move in it, letters jump, Escape closes and gives the focus back. */
export function MenuPopup({ open, onOpenChange, anchor, label, align, parts }: MenuPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-40 outline-none">
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            className={classes(POPUP, "max-h-(--available-height) min-w-44 overflow-y-auto")}
          >
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a menu keep their places
              <div key={index} className={part.small ? "md:hidden" : "contents"}>
                <PartView part={part} />
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function PartView({ part }: { part: MenuPart }) {
  switch (part.kind) {
    case "label":
      return <div className={LABEL}>{part.label}</div>;
    case "separator":
      return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
    case "item":
      return <Item part={part} />;
    case "checkbox":
      return (
        <Base.CheckboxItem checked={part.checked} onCheckedChange={part.onChange} className={ITEM} closeOnClick={false}>
          <Mark>
            <Base.CheckboxItemIndicator>
              <Check aria-hidden className="size-3.5" />
            </Base.CheckboxItemIndicator>
          </Mark>
          {part.label}
        </Base.CheckboxItem>
      );
    case "choices":
      return <Choices part={part} />;
  }
}

function Item({ part }: { part: Extract<MenuPart, { kind: "item" }> }) {
  const { icon: Icon, note, off = false } = part;
  return (
    <Base.Item
      className={ITEM}
      aria-disabled={off || undefined}
      closeOnClick={!off}
      onClick={() => !off && part.onSelect()}
    >
      {Icon && <Icon aria-hidden className="size-3.5 text-muted" />}
      <span className={classes("min-w-0", note && "max-w-80 py-1.5")}>
        <span className={off ? "text-faint" : undefined}>{part.label}</span>
        {note && <span className="block text-muted">{note}</span>}
      </span>
    </Base.Item>
  );
}

function Choices({ part }: { part: Extract<MenuPart, { kind: "choices" }> }) {
  return (
    <Base.RadioGroup value={part.value} onValueChange={(next: string) => part.onChange(next)}>
      <Base.GroupLabel className={LABEL}>{part.label}</Base.GroupLabel>
      {part.choices.map((choice) => (
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

function Mark({ children }: { children: ReactNode }) {
  return <span className="grid w-4 place-items-center">{children}</span>;
}
