"use client";

import dynamic from "next/dynamic";
import { loadDialog, useAsked } from "./asked";

const OperationDialog = dynamic(() => loadDialog().then((loaded) => loaded.OperationDialog), { ssr: false });

/** Stands once in the shell and shows the dialog of whatever was asked for; its code comes with the first time. */
export function DialogRegion() {
  const asked = useAsked();
  return asked && <OperationDialog key={JSON.stringify([asked.verb, asked.target])} request={asked} />;
}
