"use client";

import dynamic from "next/dynamic";
import { useWatched } from "./watched";

const Tray = dynamic(() => import("./tray").then((loaded) => loaded.Tray), { ssr: false });

/** Where a person follows what they started, on whatever page; its code comes with the first operation. */
export function TrayRegion() {
  const [watched, store] = useWatched();
  return watched.length > 0 ? <Tray watched={watched} onChange={store} /> : null;
}
