"use client";

import { ChevronDown, LogOut, Moon, Sun, SunMoon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { signOut } from "@/lib/api/query";
import { routes } from "../routes";
import { Button, IconButton } from "../ui/button";
import { useNow } from "../ui/clock";
import { Menu, type MenuPart, menuChoices } from "../ui/menu";
import { zoneName } from "../ui/time-format";
import { showToast } from "../ui/toast";
import { BrandMark } from "./brand-mark";
import { Freshness } from "./freshness";
import { GlobalSearch } from "./global-search";
import { useSiteFacts, useStatus } from "./site";
import { useTheme } from "./theme";
import type { Theme } from "./theme-cookie";
import { useZoneChoice, type ZoneChoice } from "./zone";

/** What is at hand on every page: the search, how fresh the screen is, and the person's own choices. */
export function TopBar() {
  const isFind = usePathname() === routes.find;
  return (
    <header
      data-print="no"
      className="flex h-13 shrink-0 items-center gap-2 border-line border-b bg-panel px-3 md:gap-3 md:px-5"
    >
      <Link href={routes.find} aria-label="Ghostdesk" className="rounded-control p-1 md:hidden">
        <BrandMark className="size-5.5 text-accent" />
      </Link>
      {isFind ? <div className="flex-1" /> : <GlobalSearch />}
      <div className="ml-auto flex items-center gap-1.5 md:gap-2.5">
        <Freshness />
        <ZoneMenu />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

const MINUTE = 60_000;

function ZoneMenu() {
  const zones = useZones();
  return (
    <Menu
      label="Time zone"
      parts={[zonePart(zones)]}
      trigger={(props) => (
        <Button {...props} size="small" className="max-md:hidden" aria-label={`Times in ${zones.short}`}>
          {zones.short}
        </Button>
      )}
    />
  );
}

/** The choice of zone with what each is called now. */
function useZones() {
  const zones = useZoneChoice(useStatus()?.site.timeZone ?? null);
  const now = useNow(MINUTE) || Date.UTC(2026, 0);
  const nameOf = (zone: string | null) => (zone === null ? "unknown" : zoneName(zone, now));
  return { ...zones, short: nameOf(zones.zone), mineShort: nameOf(zones.mine), siteShort: nameOf(zones.siteZone) };
}

function zonePart(zones: ReturnType<typeof useZones>, small = false): MenuPart {
  return menuChoices<ZoneChoice>({
    small,
    label: "Times in",
    value: zones.choice,
    onChange: zones.choose,
    choices: [
      { value: "mine", label: "My time zone", note: zones.mineShort },
      { value: "site", label: "The site's", note: zones.siteShort },
      { value: "utc", label: "UTC" },
    ],
  });
}

const THEME_ICON = { system: SunMoon, light: Sun, dark: Moon } as const;

function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu
      label="Look"
      parts={[themePart(theme)]}
      trigger={(props) => (
        <IconButton {...props} icon={THEME_ICON[theme.theme]} label="Light or dark" className="max-md:hidden" />
      )}
    />
  );
}

function themePart({ theme, choose }: ReturnType<typeof useTheme>, small = false): MenuPart {
  return menuChoices<Theme>({
    small,
    label: "Look",
    value: theme,
    onChange: choose,
    choices: [
      { value: "system", label: "As the computer" },
      { value: "light", label: "Light" },
      { value: "dark", label: "Dark" },
    ],
  });
}

/** Who is signed in; on a small screen the choices of zone and look as well. */
function AccountMenu() {
  const { me } = useSiteFacts();
  const parts: MenuPart[] = [
    { kind: "label", label: `${me.name}, ${me.role}` },
    { kind: "item", icon: LogOut, label: "Sign out", onSelect: leave },
    { kind: "separator", small: true },
    zonePart(useZones(), true),
    themePart(useTheme(), true),
  ];
  return (
    <Menu
      label="Account"
      parts={parts}
      trigger={(props) => (
        <Button
          {...props}
          variant="quiet"
          size="small"
          className="px-1"
          aria-label={`Signed in as ${me.name}, ${me.role}`}
        >
          <span
            aria-hidden
            className="grid size-6.5 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-label"
          >
            {initials(me.name)}
          </span>
          <span className="max-lg:hidden">
            {me.name} · {me.role}
          </span>
          <ChevronDown aria-hidden className="size-3.5 max-lg:hidden" />
        </Button>
      )}
    />
  );
}

function initials(name: string): string {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = parts.length > 1 ? parts.slice(0, 2).map((part) => part.charAt(0)) : [name.slice(0, 2)];
  return letters.join("").toUpperCase();
}

/** Leaves by a full load of the page, so that nothing of this person stays in the browser's memory. */
function leave(): void {
  signOut().then(
    () => window.location.assign(routes.signIn),
    () => showToast("Signing out did not work. Try again, or close the browser.", { failed: true }),
  );
}
