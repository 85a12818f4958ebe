/** What the bridge waits for. A test holds the timers in its hand and lets one of these pass. */
export type TimerName = "answer" | "drain" | "exit" | "kill" | "age" | "turn" | "retry";

export interface Timers {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Calls once after `ms`; the returned function takes it back. Keeps no process alive. */
  after(name: TimerName, ms: number, call: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (_name, ms, call) => {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves with true when `done` does, with false when the time is over first. `done` must not reject. */
export function within(timers: Timers, name: TimerName, ms: number, done: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(name, ms, () => resolve(false));
    void done.then(() => {
      cancel();
      resolve(true);
    });
  });
}
