"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useRecentPeople } from "../caller/recent-people";
import { routes } from "../routes";
import { GlobalSearch } from "../shell/global-search";
import { useSiteFacts } from "../shell/site";
import { IconButton } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { Panel } from "../ui/panel";
import { Needs } from "./needs";

/** The front page: the search first, then what needs a person now, then whom one looked up last. */
export function FindView() {
  return (
    <>
      <h1 className="sr-only">Find</h1>
      <div className="flex flex-col items-center gap-2.5 pt-6 pb-4 md:pt-14 md:pb-8">
        <GlobalSearch large />
        <p className="flex items-center gap-1.5 text-muted text-small max-md:hidden">
          A name, an account, a server. <Kbd>/</Kbd> comes back here from anywhere, <Kbd>Enter</Kbd> opens the first
          match.
        </p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <Needs />
        <Recent />
      </div>
    </>
  );
}

function Recent() {
  const [people, store] = useRecentPeople(useSiteFacts().me.name);
  return (
    <Panel
      title="Looked up last"
      note="kept in this browser"
      end={people.length > 0 && <IconButton icon={X} label="Forget these" variant="quiet" onClick={() => store([])} />}
    >
      {people.length === 0 ? (
        <p className="px-4 py-6 text-center text-muted">Nobody yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {people.map((person) => (
            <li key={person.key}>
              <Link
                href={routes.user(person.key)}
                className="flex h-9 items-center gap-2 px-4 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="truncate font-medium">{person.name}</span>
                {person.name !== person.account && (
                  <span className="truncate text-muted text-small">{person.account}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
