"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { DialogRegion } from "../operation/dialog-region";
import { Rail } from "./rail";
import { type SiteFacts, SiteProvider } from "./site";
import { SourceBanner } from "./source-banner";
import { TopBar } from "./top-bar";

const MAIN = "main";

/** The frame of every page of a signed-in person. Only the main part scrolls. */
export function Shell({ facts, children }: { facts: SiteFacts; children: ReactNode }) {
  return (
    <SiteProvider facts={facts}>
      <a
        href={`#${MAIN}`}
        className="fixed -top-16 left-2 z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:top-2"
      >
        Skip to the page
      </a>
      <div data-print="flow" className="flex h-dvh flex-col md:flex-row">
        <Rail />
        <div data-print="flow" className="flex min-h-0 min-w-0 flex-1 flex-col">
          <TopBar />
          <Main>{children}</Main>
        </div>
      </div>
      <DialogRegion />
    </SiteProvider>
  );
}

/** A new page is read from its beginning: the focus and the scroll position start over. */
function Main({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.scrollTo({ top: 0 });
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main
      id={MAIN}
      ref={main}
      tabIndex={-1}
      data-print="flow"
      className="scroll-quiet relative flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-4 outline-none md:px-6 md:pt-5 md:pb-6"
    >
      <SourceBanner />
      {children}
    </main>
  );
}
