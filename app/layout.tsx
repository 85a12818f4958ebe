import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme-cookie";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Ghostdesk", template: "%s · Ghostdesk" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** Reads a header and a cookie, so that every page is rendered for its request: the nonce is never the same twice. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce");
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <Providers theme={theme} {...(nonce ? { nonce } : {})}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
