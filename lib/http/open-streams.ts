import type { Actor } from "@/lib/audit/actor";
import { DeskError } from "@/lib/errors";

/** Many browsers and tabs of one person; without a limit, one account could take all connections the process may have. */
export const STREAMS_MAX = 100;

/** Counts the streams that each person and each token holds open. */
export class OpenStreams {
  readonly #open = new Map<string, number>();

  /** Throws DeskError `limited` where this actor has as many as one may have, before `connect` is called. */
  hold(actor: Actor, gone: AbortSignal, connect: () => ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const key = `${actor.siteId} ${actor.kind} ${actor.name}`;
    const count = this.#open.get(key) ?? 0;
    if (count >= STREAMS_MAX) {
      const sentence = `${actor.name} has ${STREAMS_MAX} live connections open already. Close some of them.`;
      throw new DeskError("limited", sentence, { retryAfterSeconds: 30 });
    }
    const stream = connect();
    this.#open.set(key, count + 1);
    let held = true;
    const release = () => {
      if (held) this.#release(key);
      held = false;
    };
    gone.addEventListener("abort", release, { once: true });
    if (gone.aborted) release();
    return watchEnd(stream, release);
  }

  #release(key: string): void {
    const count = this.#open.get(key) ?? 0;
    if (count <= 1) this.#open.delete(key);
    else this.#open.set(key, count - 1);
  }
}

/** The same stream, chunk by chunk and no sooner than it is read; says when it is over, whichever side ends it. */
function watchEnd(stream: ReadableStream<Uint8Array>, over: () => void): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await reader.read().catch((error: unknown) => {
          over();
          throw error;
        });
        if (!done) return controller.enqueue(value);
        over();
        controller.close();
      },
      cancel(reason) {
        over();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
