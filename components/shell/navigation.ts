import {
  Clock,
  FileText,
  FlaskConical,
  Ghost,
  ListChecks,
  type LucideIcon,
  Monitor,
  ScrollText,
  Search,
  Server,
  Settings2,
  Users,
} from "lucide-react";
import type { StatusResponse } from "@/lib/api/contract/console";
import { can, type Permission } from "@/lib/domain/role";
import { routes } from "../routes";
import type { SiteFacts } from "./site";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly permission: Permission;
  /** Only where the site is simulated. */
  readonly practice?: boolean;
  /** A number beside the label. */
  readonly count?: (status: StatusResponse) => number;
  /** Any number above none needs a person. */
  readonly urgent?: boolean;
  /** Begins the second part of the rail. */
  readonly second?: boolean;
  /** At the bottom of a small screen it stands behind “More”: there is room for a thumb's width each. */
  readonly more?: boolean;
}

/** The rail, from top to bottom. A page that cannot be opened is not in it. */
const ITEMS: readonly NavigationItem[] = [
  { href: routes.find, label: "Find", icon: Search, permission: "read" },
  {
    href: routes.ghosts,
    label: "Ghosts",
    icon: Ghost,
    permission: "read",
    count: ({ counts }) => counts.ghosts,
    urgent: true,
  },
  { href: routes.servers, label: "Servers", icon: Server, permission: "read" },
  {
    href: routes.sessions,
    label: "Sessions",
    icon: Monitor,
    permission: "read",
    count: ({ counts }) => counts.sessions,
  },
  { href: routes.timeouts, label: "Timeouts", icon: Clock, permission: "read", more: true },
  { href: routes.leases, label: "Leases", icon: FileText, permission: "read", more: true },
  { href: routes.operations, label: "Operations", icon: ListChecks, permission: "read", second: true },
  { href: routes.audit, label: "Audit", icon: ScrollText, permission: "read", second: true, more: true },
  { href: routes.people, label: "People", icon: Users, permission: "manage-people", second: true, more: true },
  { href: routes.settings, label: "Settings", icon: Settings2, permission: "read", second: true, more: true },
  {
    href: routes.practice,
    label: "Practice site",
    icon: FlaskConical,
    permission: "run-practice",
    practice: true,
    second: true,
    more: true,
  },
];

export function navigationFor({ me, practice }: SiteFacts): readonly NavigationItem[] {
  return ITEMS.filter((item) => can(me.role, item.permission) && (practice || !item.practice));
}

/** Whether a path lies inside an item's part of the console; callers belong to Find. */
export function isInside(item: NavigationItem, pathname: string): boolean {
  if (item.href === routes.find) return pathname === "/" || pathname.startsWith("/users/");
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}
