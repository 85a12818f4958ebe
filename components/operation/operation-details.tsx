"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

const OperationSheet = dynamic(() => import("./operation-sheet").then((loaded) => loaded.OperationSheet), {
  ssr: false,
});

/** Everything about the operation with that id; none while the id is empty. Its code comes when it is first asked for. */
export function OperationDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const [used, setUsed] = useState(false);
  if (id !== "" && !used) setUsed(true);
  return used ? <OperationSheet id={id} onClose={onClose} /> : null;
}
