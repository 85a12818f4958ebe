"use client";

import { EyeOff } from "lucide-react";
import Link from "next/link";
import type { OperationsResponse } from "@/lib/api/contract/operations";
import { AskedAt } from "../operation/asked-at";
import { hiddenWords } from "../operation/hidden-words";
import { OperationBadge } from "../operation/operation-badge";
import { operationName } from "../operation/verb-words";
import { routes } from "../routes";
import { countOf } from "../words";
import { LINE, LINES, NeedKind } from "./need-kind";

/** States that nobody may leave as they are. */
export const NEEDY_STATES = "unknown,still-there";

/** Operations that did not end well, and sessions that are hidden past their time. */
export function OperationNeeds({ data, from }: { data: OperationsResponse; from: string }) {
  const late = overdue(data);
  if (data.total + late.length === 0) return null;
  return (
    <NeedKind title={titleOf(data.total, late.length)} href={routes.operationsWhere({ state: NEEDY_STATES, from })}>
      <ul className={LINES}>
        {data.rows.map((operation) => (
          <li key={operation.id} className={LINE}>
            <Link href={routes.operation(operation.id)} className="name-link">
              {operationName(operation)}
            </Link>
            <OperationBadge operation={operation} />
            <span className="min-w-0 truncate">{operation.label}</span>
            <span className="ml-auto text-muted text-small">
              {operation.actor}, <AskedAt at={operation.askedAt} />
            </span>
          </li>
        ))}
        {late.length > 0 && (
          <li className={LINE}>
            <EyeOff aria-hidden className="size-4 text-warn-text" />
            <Link href={routes.operations} className="name-link">
              {hiddenWords(late)}
            </Link>
          </li>
        )}
      </ul>
    </NeedKind>
  );
}

/** Hidden still, though their time is over. */
export function overdue({ hidden }: Pick<OperationsResponse, "hidden">): OperationsResponse["hidden"] {
  return hidden.filter(({ isOverdue }) => isOverdue);
}

function titleOf(operations: number, hidden: number): string {
  if (operations === 0) return countOf(hidden, "hidden session past its time", "hidden sessions past their time");
  return countOf(operations, "operation that did not help yet", "operations that did not help yet");
}
