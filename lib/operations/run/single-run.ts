/** Work of which one run at a time is enough: whoever asks for it while it runs waits for that run. */
export class SingleRun {
  readonly #work: () => Promise<void>;
  /** The run that is under way. */
  now: Promise<void> | null = null;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  run(): Promise<void> {
    this.now ??= this.#work().finally(() => {
      this.now = null;
    });
    return this.now;
  }
}
