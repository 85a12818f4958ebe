"use client";

import { Download } from "lucide-react";
import { Button } from "../ui/button";
import { buttonLook } from "../ui/button-look";
import { useRefusal } from "./site";

/** A link, so that the browser saves it: exactly what the list beside it shows. Who may not export reads why. */
export function CsvLink({ href }: { href: string }) {
  const refusal = useRefusal("export");
  if (refusal) {
    return (
      <Button size="small" icon={Download} disabledReason={refusal}>
        CSV
      </Button>
    );
  }
  return (
    <a href={href} download className={buttonLook("secondary", "small")}>
      <Download aria-hidden className="size-4" />
      CSV
    </a>
  );
}
