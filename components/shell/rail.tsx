"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { TrayRegion } from "../operation/tray-region";
import { classes } from "../ui/classes";
import { Menu, type MenuPart } from "../ui/menu";
import { TONE_LOOK } from "../ui/tone";
import { formatNumber } from "../words";
import { BrandMark } from "./brand-mark";
import { isInside, type NavigationItem, navigationFor } from "./navigation";
import { useSiteFacts, useStatus } from "./site";

/** Where one can go, and what one has started: at the left, and on a small screen at the bottom. */
export function Rail() {
  const facts = useSiteFacts();
  const items = navigationFor(facts);
  return (
    <div className="flex flex-col bg-sunken max-md:order-last max-md:border-line max-md:border-t md:min-h-0 md:w-53 md:border-line md:border-r md:px-2.5 md:py-3.5">
      <Main items={items} />
      <div className="mt-auto flex min-h-0 flex-col max-md:order-first">
        <TrayRegion />
        <SiteFoot />
      </div>
    </div>
  );
}

function Main({ items }: { items: readonly NavigationItem[] }) {
  const second = items.filter((item) => item.second);
  return (
    <nav aria-label="Main" className="shrink-0">
      <Link
        href="/"
        className="mb-2.5 flex items-center gap-2.25 rounded-control px-2 py-1 font-[650] text-[0.9375rem] max-md:hidden"
      >
        <BrandMark className="size-5.5 text-accent" />
        Ghostdesk
      </Link>
      <ul className="flex max-md:justify-around md:flex-col md:gap-0.5">
        {items.map((item) => (
          <li key={item.href} className={item.more ? "max-md:hidden" : "contents md:block"}>
            {item === second[0] && <div aria-hidden className="mx-2 my-2.5 h-px bg-line max-md:hidden" />}
            <RailLink item={item} />
          </li>
        ))}
        <li className="contents md:hidden">
          <More items={items.filter((item) => item.more)} />
        </li>
      </ul>
    </nav>
  );
}

const LINK =
  "relative flex items-center font-medium max-md:min-w-0 max-md:max-w-20 max-md:flex-1 max-md:flex-col max-md:gap-0.5 max-md:px-0.5 max-md:pt-2 max-md:pb-1.5 max-md:text-label";

/** What a small screen has no room for, in a menu. */
function More({ items }: { items: readonly NavigationItem[] }) {
  const router = useRouter();
  const pathname = usePathname();
  const here = items.some((item) => isInside(item, pathname));
  const parts = items.map(({ href, label, icon }): MenuPart => {
    return { kind: "item", label, icon, onSelect: () => router.push(href) };
  });
  return (
    <Menu
      label="More pages"
      parts={parts}
      trigger={(props) => (
        <button {...props} type="button" className={classes(LINK, here ? "text-ink" : "text-muted")}>
          <Ellipsis aria-hidden className={classes("size-4 shrink-0", here && "text-accent")} />
          More
        </button>
      )}
    />
  );
}

function RailLink({ item }: { item: NavigationItem }) {
  const here = isInside(item, usePathname());
  const status = useStatus();
  const count = item.count && status ? item.count(status) : null;
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      aria-current={here ? "page" : undefined}
      className={classes(
        LINK,
        "md:h-8 md:gap-2.5 md:rounded-control md:px-2",
        here ? "text-ink md:bg-selected" : "text-muted md:hover:bg-hover md:hover:text-ink",
      )}
    >
      <Icon aria-hidden className={classes("size-4 shrink-0", here && "max-md:text-accent")} />
      {item.label}
      {count !== null && <Count count={count} urgent={item.urgent === true && count > 0} />}
    </Link>
  );
}

/** How many; an urgent number is seen on a small screen as well. */
function Count({ count, urgent }: { count: number; urgent: boolean }) {
  if (!urgent)
    return <span className="ml-auto font-normal text-faint text-label max-md:hidden">{formatNumber(count)}</span>;
  return (
    <span
      className={classes(
        "rounded-full border px-1.5 text-label max-md:absolute max-md:top-0.5 max-md:left-1/2 max-md:ml-1.5 md:ml-auto",
        TONE_LOOK.bad.pill,
      )}
    >
      {formatNumber(count)}
    </span>
  );
}

function SiteFoot() {
  const { siteName, practice } = useSiteFacts();
  const status = useStatus();
  const release = status?.site.release;
  return (
    <p className="shrink-0 px-2 pt-2 text-faint text-label max-md:hidden">
      {status?.site.name ?? siteName}
      {release && (
        <>
          <br />
          {release}
        </>
      )}
      {practice && !/practice/i.test(siteName) && (
        <>
          <br />
          practice site
        </>
      )}
    </p>
  );
}
