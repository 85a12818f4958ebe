import type { OperationRow } from "@/lib/api/contract/operations";
import { Badge } from "../ui/badge";
import { lookOf } from "./progress-words";

/** Where an operation stands: icon, word and colour. */
export function OperationBadge({ operation }: { operation: Pick<OperationRow, "verb" | "state"> }) {
  const { tone, icon, label, meaning } = lookOf(operation);
  return (
    <span title={meaning}>
      <Badge tone={tone} icon={icon}>
        {label}
      </Badge>
    </span>
  );
}
