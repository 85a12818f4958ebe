import type { ReactNode } from "react";
import type { QueueRow } from "./ghost-columns";

/** What the queue needs of a table, whether it is one list or in parts. */
export interface QueueTableProps {
  readonly label: string;
  readonly selectedKey: string;
  readonly goneWord: string;
  readonly stale: boolean;
  readonly dense: boolean;
  readonly onOpen: (row: QueueRow) => void;
  readonly onDetails: (row: QueueRow) => void;
  readonly markedKeys: ReadonlySet<string>;
  /** Undefined for those who may not work on ghosts: their rows cannot be selected. */
  readonly onMark: ((row: QueueRow) => void) | undefined;
  readonly foot: ReactNode;
  readonly openHint: string;
  readonly onEscape: () => void;
  readonly escapeHint: string;
}
