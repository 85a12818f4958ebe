/** The choice of light or dark, shared by the server that paints the page and the switch in it. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "ghostdesk-theme";

/** What the cookie says; anything else means as the computer says. */
export function parseTheme(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? "system";
}
