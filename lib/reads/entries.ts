import type { Machine, Person, Session } from "@/lib/domain/site";
import { fold } from "./fold";
import type { Entry } from "./record-index";
import type { SessionDue } from "./session-due";

/** Records as the index of a site holds them: with what searching and sorting needs of each, worked out when first asked for. */

export interface DueSource {
  of(session: Session): SessionDue;
}

export class SessionEntry implements Entry<Session> {
  readonly record: Session;
  readonly #dues: DueSource;
  #searched: string | null = null;
  #due: SessionDue | null = null;

  constructor(record: Session, dues: DueSource) {
    this.record = record;
    this.#dues = dues;
  }

  /** Its place and its next deadline, worked out when first asked for. An entry whose deadline moved is made again. */
  get due(): SessionDue {
    this.#due ??= this.#dues.of(this.record);
    return this.#due;
  }

  /** The same, where somebody asked already: what nobody saw need not be made again. */
  get dueSeen(): SessionDue | null {
    return this.#due;
  }

  /** All that a search looks at, folded; a line break keeps a word from matching across two fields. */
  get searched(): string {
    const { user, userFullName, machine, client, applications } = this.record;
    this.#searched ??= fold([user, userFullName, machine, client, ...applications].filter(Boolean).join("\n"));
    return this.#searched;
  }
}

export class PersonEntry implements Entry<Person> {
  readonly record: Person;
  /** Account name, full name and so on as a search looks at them. */
  readonly accountName: string;
  readonly searched: string;

  constructor(record: Person) {
    this.record = record;
    this.accountName = fold(record.accountName);
    this.searched = fold([record.account, record.fullName, record.upn].filter(Boolean).join("\n"));
  }
}

export class MachineEntry implements Entry<Machine> {
  readonly record: Machine;
  #searched: string | null = null;

  constructor(record: Machine) {
    this.record = record;
  }

  get searched(): string {
    const { name, dnsName, deliveryGroup } = this.record;
    this.#searched ??= fold([name, dnsName, deliveryGroup].filter(Boolean).join("\n"));
    return this.#searched;
  }
}
