"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "../ui/classes";
import { formatNumber } from "../words";
import { BrandMark } from "./brand-mark";
import { isInside, type NavigationItem, navigationFor } from "./navigation";
import { useSiteFacts, useStatus } from "./site";

/** Where one can go: at the left, and on a small screen at the bottom. */
export function Rail() {
  const facts = useSiteFacts();
  const items = navigationFor(facts);
  const second = items.filter((item) => item.second);
  return (
    <nav
      aria-label="Main"
      className="flex flex-col bg-sunken max-md:order-last max-md:border-line max-md:border-t md:w-53 md:border-line md:border-r md:px-2.5 md:py-3.5"
    >
      <Link
        href="/"
        className="mb-2.5 flex items-center gap-2.25 rounded-control px-2 py-1 font-[650] text-[0.9375rem] max-md:hidden"
      >
        <BrandMark className="size-5.5 text-accent" />
        Ghostdesk
      </Link>
      <ul className="flex max-md:justify-around md:flex-col md:gap-0.5">
        {items.map((item) => (
          <li key={item.href} className="contents md:block">
            {item === second[0] && <div aria-hidden className="mx-2 my-2.5 h-px bg-line max-md:hidden" />}
            <RailLink item={item} />
          </li>
        ))}
      </ul>
      <SiteFoot />
    </nav>
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
        "flex items-center font-medium",
        "max-md:min-w-16 max-md:flex-col max-md:gap-0.5 max-md:px-2 max-md:pt-2 max-md:pb-1.5 max-md:text-label",
        "md:h-8 md:gap-2.5 md:rounded-control md:px-2",
        here ? "text-ink md:bg-selected" : "text-muted md:hover:bg-hover md:hover:text-ink",
      )}
    >
      <Icon aria-hidden className={classes("size-4 shrink-0", here && "max-md:text-accent")} />
      {item.label}
      {count !== null && (
        <span className="ml-auto font-normal text-faint text-label max-md:hidden">{formatNumber(count)}</span>
      )}
    </Link>
  );
}

function SiteFoot() {
  const { siteName, practice } = useSiteFacts();
  const status = useStatus();
  const release = status?.site.release;
  return (
    <p className="mt-auto px-2 pt-2 text-faint text-label max-md:hidden">
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
