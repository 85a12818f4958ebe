"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { ApiError } from "@/lib/api/api-error";
import type { RepairOption, RepairsResponse } from "@/lib/api/contract/repairs";
import { repairsQuery } from "@/lib/api/query";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { Menu, type MenuPart } from "../ui/menu";
import { Skeleton } from "../ui/skeleton";
import { useFocusKept } from "../ui/use-focus-kept";
import { askFor, loadDialog } from "./asked";
import { type RepairSubject, requestFor } from "./operation-request";
import { ProgressLine } from "./progress-line";
import { chooseRepair, noteOf, refusalOf, workedWords } from "./repair-choice";
import { buttonWords } from "./verb-words";

/** As long as something is under way it is asked for, should the live line fail. */
const UNDER_WAY_MS = 2_000;

const NO_MACHINE = "The site does not say on which machine this is.";

export interface RepairBarProps {
  /** With a session key the repairs of that session, else those of the machine. */
  subject: RepairSubject;
  /** It holds the one button that the page is about. */
  lead?: boolean;
}

/** What to do: the least harmful step that may work as a button, the rest behind it; or what is being done already. */
export function RepairBar({ subject, lead = false }: RepairBarProps) {
  const { sessionKey, machineKey } = subject;
  const known = sessionKey !== null || machineKey !== null;
  const asked = sessionKey === null ? { server: machineKey ?? "" } : { session: sessionKey };
  const query = useQuery({
    ...repairsQuery(asked),
    enabled: known,
    refetchInterval: ({ state }) => ((state.data?.running.length ?? 0) > 0 ? UNDER_WAY_MS : false),
  });
  if (!known) return <p className="text-muted">{NO_MACHINE}</p>;
  if (query.error instanceof ApiError && query.error.code === "not-found")
    return <p className="text-muted">{query.error.message}</p>;
  if (query.data) return <Repairs repairs={query.data} subject={subject} lead={lead} />;
  if (query.error) return <p className="text-muted">What can be done is not known now: {query.error.message}</p>;
  return <Skeleton className="h-8.5 w-56 max-w-full" />;
}

function Repairs({ repairs, subject, lead }: { repairs: RepairsResponse; subject: RepairSubject; lead: boolean }) {
  const { running, last } = repairs;
  const part = useFocusKept();
  const isRunning = running.length > 0;
  const look = isRunning ? "min-h-14.5 gap-2" : "min-w-0 gap-1.5";
  return (
    <section {...part} aria-label="Repair" className={classes("flex flex-col outline-none", look)}>
      {isRunning
        ? running.map((operation) => <ProgressLine key={operation.id} operation={operation} />)
        : last && <ProgressLine operation={last} />}
      {!isRunning && <Steps repairs={repairs} subject={subject} lead={lead} />}
    </section>
  );
}

function Steps({ repairs, subject, lead }: { repairs: RepairsResponse; subject: RepairSubject; lead: boolean }) {
  const { main, why, others } = chooseRepair(repairs);
  const worked = main && workedWords(main);
  const off = main && offReason(main, subject);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {main ? (
          <span className="inline-flex min-w-0">
            <Button
              variant={lead ? "primary" : "secondary"}
              className={others.length > 0 ? "min-w-0 rounded-r-none" : undefined}
              disabledReason={off}
              onPointerEnter={() => void loadDialog()}
              onFocus={() => void loadDialog()}
              onClick={() => ask(main, subject)}
            >
              <span className="truncate">{buttonWords(main, subject.machine)}…</span>
            </Button>
            {others.length > 0 && <Others options={others} subject={subject} lead={lead && off === null} attached />}
          </span>
        ) : (
          others.length > 0 && <Others options={others} subject={subject} lead={false} />
        )}
        {worked && <span className="text-muted text-small">{worked}</span>}
      </div>
      {why && <p className="max-w-[80ch] text-muted text-small">{why}</p>}
      {off && off !== why && <p className="max-w-[80ch] text-muted text-small">{off}</p>}
    </>
  );
}

interface OthersProps {
  options: readonly RepairOption[];
  subject: RepairSubject;
  lead: boolean;
  /** It stands against the button of the first step. */
  attached?: boolean;
}

/** The rest of the ladder; what is ruled out stands there with its reason. */
function Others({ options, subject, lead, attached = false }: OthersProps) {
  const parts = options.map((option): MenuPart => {
    const off = offReason(option, subject);
    return {
      kind: "item",
      label: `${buttonWords(option, subject.machine)}…`,
      note: off ?? noteOf(option),
      off: off !== null,
      onSelect: () => ask(option, subject),
    };
  });
  return (
    <Menu
      label="Other steps, least harm first"
      align="start"
      parts={parts}
      trigger={(props) => (
        <Button
          {...props}
          variant={lead ? "primary" : "secondary"}
          aria-label={attached ? "Other steps" : undefined}
          className={attached ? `-ml-px rounded-l-none px-2 ${lead ? "border-l-on-accent" : ""}` : undefined}
        >
          {!attached && "What can be done"}
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      )}
    />
  );
}

function ask(option: RepairOption, subject: RepairSubject): void {
  askFor(requestFor(option, subject));
}

function offReason(option: RepairOption, subject: RepairSubject): string | null {
  return refusalOf(option) ?? (requestFor(option, subject) ? null : NO_MACHINE);
}
