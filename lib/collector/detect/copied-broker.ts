import type { BrokerSessionRow, BrokerWord } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import type { RegistrationCells } from "@/lib/site/tables/read-broker";
import type { BrokerSessionsWitness } from "../ghosts/witnesses";
import { known } from "./connections-at";
import { BrokerSessionCopy, RegistrationCopy, WorkerCopy } from "./copy-cells";
import { BROKER_COPY } from "./copy-needs";
import type { TableCopy } from "./table-copy";

/**
 * The broker's own rows of a copy. They hold the present only: a session that had ended when the copy was made has no row, so at an
 * earlier moment a row speaks and its absence says nothing.
 */
export class CopiedBroker implements BrokerSessionsWitness {
  readonly #machineOf = new Map<number, string>();
  readonly #sessions = new Map<string, BrokerSessionCopy[]>();
  readonly #registrations: RegistrationCopy[];
  #at: Instant = 0;

  /** Throws DeskError `unavailable` where a row holds what it should not. */
  constructor(copy: TableCopy) {
    for (const { Uid, UUID } of copy.rows("Workers", BROKER_COPY.Workers, WorkerCopy)) this.#machineOf.set(Uid, UUID);
    for (const row of copy.rows("Sessions", BROKER_COPY.Sessions, BrokerSessionCopy)) {
      const machine = this.#machineOf.get(row.WorkerUid);
      if (machine !== undefined) this.#sessions.set(machine, [...(this.#sessions.get(machine) ?? []), row]);
    }
    this.#registrations = [...copy.rows("WorkerRegistrations", BROKER_COPY.WorkerRegistrations, RegistrationCopy)];
  }

  moveTo(at: Instant): void {
    this.#at = at;
  }

  word(machineKey: string): BrokerWord | null {
    const rows = this.#sessions.get(machineKey);
    if (!rows) return null;
    const at = this.#at;
    const sessions = rows.flatMap((row): BrokerSessionRow[] => {
      if ((row.SessionStartTime ?? 0) > at) return [];
      const isNamed = row.TrustedUserUid !== null && (row.LogOnTime === null || row.LogOnTime <= at);
      return [{ startedAt: row.SessionStartTime, named: isNamed }];
    });
    return { readAt: at, sessions };
  }

  /** Of which machines it was read is of no account here: every session is judged at every moment. */
  answered(): ReadonlySet<string> {
    return new Set();
  }

  *registrations(): Generator<RegistrationCells> {
    for (const row of this.#registrations) {
      const UUID = this.#machineOf.get(row.Uid);
      const contact = known(row.LastContactTime, this.#at);
      if (UUID === undefined || contact === null) continue;
      yield { Uid: row.Uid, UUID, LastContactTime: contact, RegistrationExpiryTime: row.RegistrationExpiryTime };
    }
  }
}
