import type { ClearReason, GhostClass } from "@/lib/domain/ghost/classes";
import type { Finding, Judgement, Subject, Withdrawal } from "@/lib/domain/ghost/finding";
import type { Instant } from "@/lib/domain/site";
import type { GhostDelta, GhostOrders } from "../protocol";

interface Held {
  readonly subject: Subject;
  readonly class: GhostClass;
  /** What was said of it last; null where it was open before this thread began. */
  said: string | null;
  /** Since when the session was in the state that was judged; null where nobody knows any more. */
  stateSince: Instant | null;
}

/** A grace that grew later is no contradiction: who was found once stays found while the session stays as it was. */
const GRACE_REASONS: ReadonlySet<ClearReason> = new Set(["logon-in-progress", "reconnecting"]);

const idOf = ({ kind, key }: Subject) => `${kind} ${key}`;

/** What was found and still holds, and what of it changed since it was last told. */
export class HeldFindings {
  readonly #held = new Map<string, Held>();
  #found: Finding[] = [];
  #withdrawn: Withdrawal[] = [];
  /** Found, and at the last judgement neither found again nor withdrawn. */
  readonly #unsure = new Map<string, Subject>();

  /** Incidents that are open elsewhere: only a judgement here can end them. */
  adopt(open: GhostOrders["open"]): void {
    for (const { subject, class: held } of open) {
      if (!this.#held.has(idOf(subject))) {
        this.#held.set(idOf(subject), { subject, class: held, said: null, stateSince: null });
      }
    }
  }

  classOf(subject: Subject): GhostClass | null {
    return this.#held.get(idOf(subject))?.class ?? null;
  }

  *subjects(kind: Subject["kind"]): Generator<string> {
    for (const { subject } of this.#held.values()) if (subject.kind === kind) yield subject.key;
  }

  /** `stateSince`: since when the subject is in the state that was judged. */
  take(subject: Subject, judgement: Judgement, stateSince: Instant | null = null): void {
    switch (judgement.kind) {
      case "ghost":
        this.#find(judgement.finding, stateSince);
        return;
      case "clear":
        if (this.#isAsFound(subject, stateSince) && GRACE_REASONS.has(judgement.reason)) this.#doubt(subject);
        else this.withdraw(subject, judgement.reason);
        return;
      case "cannot-tell":
        this.#doubt(subject);
        return;
    }
  }

  withdraw(subject: Subject, reason: ClearReason): void {
    this.#unsure.delete(idOf(subject));
    if (this.#held.delete(idOf(subject))) this.#withdrawn.push({ subject, reason });
  }

  takeChanges(): Required<Omit<GhostDelta, "judgedAt">> {
    const changes = { found: this.#found, withdrawn: this.#withdrawn, unsure: [...this.#unsure.values()] };
    this.#found = [];
    this.#withdrawn = [];
    return changes;
  }

  /** What was found is to be judged by other settings: then a longer grace does withdraw. */
  doubt(): void {
    for (const held of this.#held.values()) held.stateSince = -1;
  }

  #doubt(subject: Subject): void {
    if (this.#held.has(idOf(subject))) this.#unsure.set(idOf(subject), subject);
  }

  #isAsFound(subject: Subject, stateSince: Instant | null): boolean {
    const held = this.#held.get(idOf(subject));
    return held !== undefined && (held.stateSince === null || held.stateSince === stateSince);
  }

  #find(finding: Finding, stateSince: Instant | null): void {
    const { subject } = finding;
    this.#unsure.delete(idOf(subject));
    const said = JSON.stringify(finding);
    const before = this.#held.get(idOf(subject));
    this.#held.set(idOf(subject), { subject, class: finding.class, said, stateSince });
    if (before?.said === said) return;
    this.#found.push(finding);
  }
}
