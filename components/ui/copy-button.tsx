"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, IconButton } from "./button";
import { showToast } from "./toast";

export interface CopyButtonProps {
  /** What is copied; made when the button is pressed. */
  text: () => string;
  label: string;
  /** Shows the icon alone. */
  compact?: boolean;
}

/** Copies a text and says so in its own place. */
export function CopyButton({ text, label, compact = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setCopied(true),
      () => showToast("The browser did not allow copying.", { failed: true }),
    );
  };
  const icon = copied ? Check : Copy;
  const said = copied ? "Copied" : label;
  return (
    <>
      {compact ? (
        <IconButton icon={icon} label={said} variant="quiet" onClick={copy} />
      ) : (
        <Button icon={icon} onClick={copy}>
          {said}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
