import type { KeyedRecords } from "@/lib/domain/snapshot";

/**
 * A map that never changes once made. The next one shares every shard that its changes do not touch, so a tick that changes
 * 100 of 100,000 records copies some hundreds of entries and not the whole.
 */

const SHARDS = 1024;

/** FNV-1a over the characters: keys are guids and Sids, so the low bits spread well. */
function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
}

type Shard<TValue> = ReadonlyMap<string, TValue>;

export class ShardedMap<TValue> implements KeyedRecords<TValue> {
  static readonly #empty: Shard<never> = new Map<string, never>();
  readonly #shards: readonly Shard<TValue>[];
  readonly size: number;

  private constructor(shards: readonly Shard<TValue>[], size: number) {
    this.#shards = shards;
    this.size = size;
  }

  static empty<TValue>(): ShardedMap<TValue> {
    return new ShardedMap<TValue>(new Array<Shard<TValue>>(SHARDS).fill(ShardedMap.#empty), 0);
  }

  get(key: string): TValue | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#shards[shardOf(key)]?.has(key) ?? false;
  }

  *values(): IterableIterator<TValue> {
    for (const shard of this.#shards) yield* shard.values();
  }

  /** A copy to be changed; this map stays as it is. */
  draft(): ShardedMapDraft<TValue> {
    return new ShardedMapDraft<TValue>(this, this.#shards, (shards, size) => new ShardedMap<TValue>(shards, size));
  }
}

export class ShardedMapDraft<TValue> {
  readonly #base: ShardedMap<TValue>;
  readonly #shards: Shard<TValue>[];
  readonly #own = new Map<number, Map<string, TValue>>();
  readonly #make: (shards: readonly Shard<TValue>[], size: number) => ShardedMap<TValue>;
  #size: number;

  constructor(
    base: ShardedMap<TValue>,
    shards: readonly Shard<TValue>[],
    make: (shards: readonly Shard<TValue>[], size: number) => ShardedMap<TValue>,
  ) {
    this.#base = base;
    this.#shards = [...shards];
    this.#make = make;
    this.#size = base.size;
  }

  get(key: string): TValue | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  set(key: string, value: TValue): void {
    const shard = this.#ownShard(shardOf(key));
    if (!shard.has(key)) this.#size += 1;
    shard.set(key, value);
  }

  delete(key: string): void {
    if (this.get(key) === undefined) return;
    this.#ownShard(shardOf(key)).delete(key);
    this.#size -= 1;
  }

  /** The finished map; the same one where nothing was changed. */
  done(): ShardedMap<TValue> {
    return this.#own.size === 0 ? this.#base : this.#make(this.#shards, this.#size);
  }

  #ownShard(index: number): Map<string, TValue> {
    const own = this.#own.get(index) ?? new Map(this.#shards[index]);
    this.#own.set(index, own);
    this.#shards[index] = own;
    return own;
  }
}
