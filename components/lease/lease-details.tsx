"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { LeaseSheetProps } from "./lease-sheet";

const LeaseSheet = dynamic(() => import("./lease-sheet").then((loaded) => loaded.LeaseSheet), { ssr: false });

/** The lease with that key beside the list; none while the key is empty. Its code comes when it is first asked for. */
export function LeaseDetails(props: LeaseSheetProps) {
  const [used, setUsed] = useState(false);
  if (props.leaseKey !== "" && !used) setUsed(true);
  return used ? <LeaseSheet {...props} /> : null;
}
