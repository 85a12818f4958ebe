import type { Instant } from "@/lib/domain/site";
import type { SdkSite, SdkSource } from "@/lib/site/port";
import { outageSince } from "./site-outage";
import type { SiteRows } from "./site-rows";

/** What only the broker SDK knows of sessions and machines, and the site's own word about itself. */
export class SdkReader {
  readonly #sdk: SdkSource;
  readonly #rows: SiteRows;
  /** As last read. */
  site: SdkSite | null = null;
  outageSince: Instant | null = null;

  constructor(sdk: SdkSource, rows: SiteRows) {
    this.#sdk = sdk;
    this.#rows = rows;
  }

  /** Rejects as the SDK does; what was read before stands. `now` is site time. */
  async read(now: Instant): Promise<void> {
    this.site = await this.#sdk.site();
    this.outageSince = outageSince(this.site, now, this.outageSince);
    this.#rows.putSdkMachines(await byKey(this.#sdk.machines(), (row) => row.machineId));
    this.#rows.putSdkSessions(await byKey(this.#sdk.sessions(), (row) => row.sessionKey));
  }
}

async function byKey<TRow>(
  pages: AsyncIterable<readonly TRow[]>,
  keyOf: (row: TRow) => string,
): Promise<Map<string, TRow>> {
  const rows = new Map<string, TRow>();
  for await (const page of pages) for (const row of page) rows.set(keyOf(row), row);
  return rows;
}
