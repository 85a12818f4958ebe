"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { SessionSheetProps } from "./session-sheet";

const SessionSheet = dynamic(() => import("./session-sheet").then((loaded) => loaded.SessionSheet), { ssr: false });

/** Details of the session with that key; none while the key is empty. Its code comes when it is first asked for. */
export function SessionDetails({ sessionKey, ...rest }: SessionSheetProps) {
  const [used, setUsed] = useState(false);
  if (sessionKey !== "" && !used) setUsed(true);
  return used ? <SessionSheet sessionKey={sessionKey} {...rest} /> : null;
}
