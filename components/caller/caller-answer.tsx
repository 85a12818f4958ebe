"use client";

import { CircleCheck, CircleQuestionMark, Ghost, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { UserResponse } from "@/lib/api/contract/users";
import { useFreshness, useSiteFacts } from "../shell/site";
import { classes } from "../ui/classes";
import { useNow, useZone } from "../ui/clock";
import { Skeleton } from "../ui/skeleton";
import { Time } from "../ui/time";
import { TONE_LOOK, type Tone } from "../ui/tone";
import { borrowedNames } from "./borrowed-names";
import { type CallerAnswer, callerAnswer } from "./caller-sentence";
import { sessionsSentence } from "./sessions-sentence";
import type { CallerGhosts } from "./use-caller-ghosts";

const ICONS: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: CircleCheck,
  warn: TriangleAlert,
  bad: Ghost,
  unknown: CircleQuestionMark,
};

/** A machine's name is read as one word: CTX-APP-017 never breaks at its hyphens. */
const HYPHENED = /(\S*\w-\w\S*)/;
function unbroken(part: string, index: number) {
  if (index % 2 === 0) return part;
  return (
    <span key={index} className="whitespace-nowrap">
      {part}
    </span>
  );
}

/** The answer for the person on the line: one sentence, what else to know, and what the site says, as of when. */
export function Answer({
  data,
  ghosts,
  children,
}: {
  data: UserResponse;
  ghosts: CallerGhosts | undefined;
  /** What to do about it. */
  children: ReactNode;
}) {
  const { user, sessions, asOf } = data;
  const { stale } = useFreshness();
  const now = useNow(60_000);
  const zone = useZone();
  const answer = useAnswer(data, ghosts);
  const borrowed = borrowedNames(sessions);
  return (
    <section
      aria-label="Answer"
      aria-busy={!answer}
      className={classes("rounded-panel border bg-panel p-4", answer ? BORDER[answer.tone] : "border-line")}
      data-stale={stale || undefined}
    >
      {answer ? <Sentence answer={answer} /> : <AnswerSkeleton />}
      <p className="mt-2">{sessionsSentence(user.fullName ?? user.account, sessions, now, zone)}</p>
      {borrowed && <p className="mt-1 text-warn-text">{borrowed}</p>}
      {answer?.notes.map((note) => (
        <p key={note} className="mt-1 text-muted">
          {note}
        </p>
      ))}
      <p className="mt-1 text-muted">
        {stale ? "The last that was read" : "As the site says"}, as of <Time at={asOf} focusable />.
      </p>
      {children && <div className="mt-3 border-line border-t pt-3">{children}</div>}
    </section>
  );
}

const BORDER: Record<Tone, string> = {
  ok: "border-line",
  info: "border-line",
  warn: "border-warn-border",
  bad: "border-bad-border",
  unknown: "border-line-strong",
};

function Sentence({ answer }: { answer: CallerAnswer }) {
  const Icon = ICONS[answer.tone];
  return (
    <p className="flex max-w-[72ch] items-start gap-2.5 font-semibold text-sentence max-md:text-title">
      <Icon aria-hidden className={classes("mt-[0.2em] size-5 shrink-0", TONE_LOOK[answer.tone].text)} />
      <span className="text-balance">{answer.sentence.split(HYPHENED).map(unbroken)}</span>
    </p>
  );
}

export function AnswerSkeleton() {
  return <Skeleton className="h-7 w-2/3" />;
}

function useAnswer({ user, sessions, asOf }: UserResponse, ghosts: CallerGhosts | undefined): CallerAnswer | null {
  const { stale } = useFreshness();
  const { me } = useSiteFacts();
  const now = useNow(60_000);
  const zone = useZone();
  if (!ghosts) return null;
  return callerAnswer(
    {
      name: user.fullName ?? user.account,
      known: user.known,
      sessions,
      ghosts: ghosts.unread ? null : ghosts.open,
      dismissed: ghosts.ended.filter(({ state }) => state === "dismissed"),
      traces: ghosts.traces,
      skipped: ghosts.skipped,
      serversUnread: ghosts.serversUnread,
      serversUnheard: unheard(ghosts.server),
      unreadSince: stale ? Date.parse(asOf) : null,
      me: me.name,
    },
    now,
    zone,
  );
}

/** Why servers cannot be asked; null while they can, and where nobody knows. */
function unheard(server: CallerGhosts["server"]): string | null {
  if (server === null || server.reach === "ok") return null;
  return server.sentence ?? "Servers cannot be asked now: a session that its server has lost may go unnoticed.";
}
