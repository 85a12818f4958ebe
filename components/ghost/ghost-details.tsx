"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

const GhostSheet = dynamic(() => import("./ghost-sheet").then((loaded) => loaded.GhostSheet), { ssr: false });

/** The evidence of the ghost with that id; none while the id is empty. Its code comes when it is first asked for. */
export function GhostDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const [used, setUsed] = useState(false);
  if (id !== "" && !used) setUsed(true);
  return used ? <GhostSheet id={id} onClose={onClose} /> : null;
}
