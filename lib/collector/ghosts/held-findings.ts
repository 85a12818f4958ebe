import type { ClearReason, GhostClass } from "@/lib/domain/ghost/classes";
import type { Finding, Judgement, Subject, Withdrawal } from "@/lib/domain/ghost/finding";
import type { GhostOrders } from "../protocol";

interface Held {
  readonly subject: Subject;
  readonly class: GhostClass;
  /** What was said of it last; null where it was open before this thread began. */
  said: string | null;
}

const idOf = ({ kind, key }: Subject) => `${kind} ${key}`;

/** What was found and still holds, and what of it changed since it was last told. */
export class HeldFindings {
  readonly #held = new Map<string, Held>();
  #found: Finding[] = [];
  #withdrawn: Withdrawal[] = [];

  /** Incidents that are open elsewhere: only a judgement here can end them. */
  adopt(open: GhostOrders["open"]): void {
    for (const { subject, class: held } of open) {
      if (!this.#held.has(idOf(subject))) this.#held.set(idOf(subject), { subject, class: held, said: null });
    }
  }

  classOf(subject: Subject): GhostClass | null {
    return this.#held.get(idOf(subject))?.class ?? null;
  }

  *subjects(kind: Subject["kind"]): Generator<string> {
    for (const { subject } of this.#held.values()) if (subject.kind === kind) yield subject.key;
  }

  take(subject: Subject, judgement: Judgement): void {
    switch (judgement.kind) {
      case "ghost":
        this.#find(judgement.finding);
        return;
      case "clear":
        this.withdraw(subject, judgement.reason);
        return;
      case "cannot-tell":
        return;
    }
  }

  withdraw(subject: Subject, reason: ClearReason): void {
    if (this.#held.delete(idOf(subject))) this.#withdrawn.push({ subject, reason });
  }

  takeChanges(): { found: Finding[]; withdrawn: Withdrawal[] } {
    const changes = { found: this.#found, withdrawn: this.#withdrawn };
    this.#found = [];
    this.#withdrawn = [];
    return changes;
  }

  #find(finding: Finding): void {
    const { subject } = finding;
    const said = JSON.stringify(finding);
    if (this.#held.get(idOf(subject))?.said === said) return;
    this.#held.set(idOf(subject), { subject, class: finding.class, said });
    this.#found.push(finding);
  }
}
