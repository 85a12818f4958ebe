"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { routes } from "../routes";
import { DescriptionList, type Fact } from "../ui/description-list";
import { Sheet } from "../ui/sheet";
import { nounOf } from "./action-words";
import { When, WhoDid } from "./audit-columns";
import { detailWords, plain, subjectWords, whatWords } from "./audit-words";
import type { AuditListRow } from "./use-audit";

/** One entry beside the list, with everything that was written. */
export function AuditSheet({ entry, onClose }: { entry: AuditListRow | null; onClose: () => void }) {
  return (
    <Sheet
      open={entry !== null}
      onClose={onClose}
      title={entry ? whatWords(entry) : "Entry"}
      note={entry && `Entry ${entry.id}`}
    >
      {entry && <Body entry={entry} />}
    </Sheet>
  );
}

function Body({ entry }: { entry: AuditListRow }) {
  const written = Object.entries(entry.detail).map(([name, value]) => ({ name, value: plain(value) }));
  const words = detailWords(entry);
  return (
    <>
      <DescriptionList
        facts={[
          { name: "When", value: <When at={entry.at} focusable /> },
          { name: "Who", value: <WhoDid entry={entry} /> },
          { name: "About", value: <About entry={entry} /> },
          ...(words === "" ? [] : [{ name: "Detail", value: words }]),
        ]}
      />
      <Part
        title="As it is written"
        facts={[{ name: "action", value: entry.action }, ...subjectFact(entry), ...written]}
      />
    </>
  );
}

function subjectFact({ subject }: AuditListRow): Fact[] {
  return [{ name: "subject", value: subject }];
}

/** Leads to what the entry is about, where it has a page. */
function About({ entry }: { entry: AuditListRow }): ReactNode {
  const words = subjectWords(entry);
  const href = hrefOf(entry);
  if (href === null) return words;
  return (
    <Link href={href} className="rounded-small text-accent hover:underline">
      {words}
    </Link>
  );
}

function hrefOf({ action, subject }: AuditListRow): string | null {
  const noun = nounOf(action);
  if (noun === "operation") return routes.operation(subject);
  return noun === "ghost" ? routes.ghost(subject) : null;
}

function Part({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section aria-label={title} className="border-line border-t">
      <h3 className="px-4 pt-3 pb-1.5 font-semibold text-muted text-small">{title}</h3>
      <DescriptionList facts={facts} />
    </section>
  );
}
