/** Keys by their owner, small: most people have one session, so a set for each would weigh more than what it holds. */
export class KeyIndex {
  readonly #owners = new Map<string, string | string[]>();

  of(owner: string | null): readonly string[] {
    const keys = owner === null ? undefined : this.#owners.get(owner);
    if (keys === undefined) return [];
    return typeof keys === "string" ? [keys] : keys;
  }

  add(owner: string | null, key: string): void {
    if (owner === null) return;
    const keys = this.#owners.get(owner);
    if (keys === undefined) this.#owners.set(owner, key);
    else if (typeof keys === "string") this.#owners.set(owner, [keys, key]);
    else keys.push(key);
  }

  remove(owner: string | null, key: string): void {
    if (owner === null) return;
    const rest = this.of(owner).filter((each) => each !== key);
    const [only] = rest;
    if (only === undefined) this.#owners.delete(owner);
    else this.#owners.set(owner, rest.length === 1 ? only : rest);
  }
}
