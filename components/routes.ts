/** Addresses of the pages, in one place. Keys are URL-safe, but are encoded all the same. */
export const routes = {
  find: "/",
  user: (key: string) => `/users/${encodeURIComponent(key)}`,
  ghosts: "/ghosts",
  /** The queue with the evidence of one ghost beside it. */
  ghost: (id: string) => `/ghosts?${new URLSearchParams({ ghost: id })}`,
  /** The ghosts that a filter leaves; its names are those of the API. */
  ghostsWhere: (filter: Readonly<Record<string, string>>) => `/ghosts?${new URLSearchParams(filter)}`,
  servers: "/servers",
  server: (key: string) => `/servers/${encodeURIComponent(key)}`,
  sessions: "/sessions",
  /** The sessions that a filter leaves; its names are those of the API. */
  sessionsWhere: (filter: Readonly<Record<string, string>>) => `/sessions?${new URLSearchParams(filter)}`,
  timeouts: "/timeouts",
  /** The timeouts of one delivery group or server; its names are those of the API. */
  timeoutsWhere: (filter: Readonly<Record<string, string>>) => `/timeouts?${new URLSearchParams(filter)}`,
  leases: "/leases",
  /** The leases that a filter leaves; its names are those of the API. */
  leasesWhere: (filter: Readonly<Record<string, string>>) => `/leases?${new URLSearchParams(filter)}`,
  operations: "/operations",
  /** The list with everything about one operation beside it. */
  operation: (id: string) => `/operations?${new URLSearchParams({ operation: id })}`,
  /** The operations that a filter leaves; its names are those of the API. */
  operationsWhere: (filter: Readonly<Record<string, string>>) => `/operations?${new URLSearchParams(filter)}`,
  audit: "/audit",
  /** The entries that a filter leaves; its names are those of the API. */
  auditWhere: (filter: Readonly<Record<string, string>>) => `/audit?${new URLSearchParams(filter)}`,
  people: "/people",
  settings: "/settings",
  practice: "/practice",
  signIn: "/sign-in",
} as const;

/** The sign-in page, which leads back to where the person was. */
export function signInRoute(returnTo: string): string {
  return returnTo === routes.find ? routes.signIn : `${routes.signIn}?${new URLSearchParams({ return: returnTo })}`;
}

/** Where to go after signing in: a path of our own, or the front page. An address of another host is never followed. */
export function localPath(returnTo: string | null | undefined): string {
  if (!returnTo?.startsWith("/") || /^\/[/\\]/.test(returnTo) || /[\p{Cc}\\]/u.test(returnTo)) return routes.find;
  const isSignIn = returnTo === routes.signIn || returnTo.startsWith(`${routes.signIn}?`);
  return isSignIn || returnTo.startsWith("/api/") ? routes.find : returnTo;
}
