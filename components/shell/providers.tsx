"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { TipLayer } from "../ui/tip";
import { ToastRegion } from "../ui/toast";
import { makeQueryClient } from "./query-client";
import { ThemeProvider } from "./theme";
import type { Theme } from "./theme-cookie";

/** What every page stands in, signed in or not. */
export function Providers({ nonce, theme, children }: { nonce?: string; theme: Theme; children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <CSPProvider disableStyleElements {...(nonce ? { nonce } : {})}>
      <QueryClientProvider client={client}>
        <ThemeProvider initial={theme}>{children}</ThemeProvider>
        <TipLayer />
        <ToastRegion />
      </QueryClientProvider>
    </CSPProvider>
  );
}
