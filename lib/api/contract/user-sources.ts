/** Which field named the person: see lib/domain/site.ts. */
export const USER_SOURCES = ["user", "untrusted", "brokering", "client", "none"] as const;
