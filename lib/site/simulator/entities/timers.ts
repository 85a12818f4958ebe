import type { Instant } from "@/lib/domain/site";

/** What is due when, by name; part of every entity, so that the queue of events can be rebuilt from them. */
export type Timers<TName extends string> = Partial<Record<TName, Instant>>;
