import Link from "next/link";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { routes } from "../routes";

/** Where a name that is not the verified user came from. */
export const NAME_SOURCE: Record<SessionRow["userSource"], string> = {
  user: "verified by the site",
  untrusted: "the machine says",
  brokering: "who asked for it",
  client: "the client says",
  none: "nobody named it",
};

export type Named = Pick<SessionRow, "user" | "userFullName" | "userKey" | "userSource" | "anonymous">;

export interface WhoProps {
  session: Named;
  /** The row is what the keyboard reaches, and the account stands without its domain. */
  inTable?: boolean;
  /** Where there is little room: the full name alone, or else the account without its domain. */
  brief?: boolean;
}

/** Who a session belongs to. Where the site shows "-", so do we, with the name that stands in for it and where that came from. */
export function Who({ session, inTable = false, brief = false }: WhoProps) {
  const { user, userFullName, userKey, userSource } = session;
  if (user === null) return <NoName anonymous={session.anonymous === true} />;
  const bare = user.slice(user.indexOf("\\") + 1);
  const name = userFullName ?? (brief ? bare : user);
  const label = userKey ? (
    <Link
      href={routes.user(userKey)}
      tabIndex={inTable ? -1 : undefined}
      title={brief ? user : undefined}
      className="name-link"
    >
      {name}
    </Link>
  ) : (
    <span className="font-medium">{name}</span>
  );
  const account = userFullName && !brief && (
    <span className="ml-2 text-muted text-small" title={user}>
      {inTable ? bare : user}
    </span>
  );
  if (userSource === "user") {
    return (
      <>
        {label}
        {account}
      </>
    );
  }
  return (
    <>
      <span title="The site shows no user">–</span> {label}
      {account}
      <span className="ml-2 text-faint text-small">{NAME_SOURCE[userSource]}</span>
    </>
  );
}

function NoName({ anonymous }: { anonymous: boolean }) {
  return (
    <>
      <span>–</span> <span className="ml-1 text-faint text-small">{anonymous ? "anonymous user" : "no user name"}</span>
    </>
  );
}
