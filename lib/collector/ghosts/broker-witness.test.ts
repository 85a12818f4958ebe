import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "@/lib/errors";
import { openBrokerTables } from "@/lib/site/tables/database";
import { guid, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { BrokerWitness } from "./broker-witness";

const NOW = Date.parse("2026-11-17T09:05:00.000Z");
const EIGHT = "2026-11-17T08:00:00.000Z";
const machine = (index: number) => guid(2, index);

let site: SiteFile;
let tables: ReturnType<typeof openBrokerTables>;
let asked: (readonly (string | number)[])[];
let isLost: boolean;
let witness: BrokerWitness;

beforeEach(() => {
  site = makeSiteFile();
  // As a copy of the tables may have them: a guid's letters in either case.
  site.insert("Workers", { Uid: 1, UUID: `${machine(1)}`.replace("4000", "4ABC") });
  for (let index = 2; index <= 120; index += 1) site.insert("Workers", { Uid: index, UUID: machine(index) });
  tables = openBrokerTables(site.url, { readMsMax: 5_000 });
  [asked, isLost] = [[], false];
  const query: typeof tables.query = async (sql, parameters = []) => {
    if (isLost) throw new DeskError("unavailable", "The database cannot be reached.");
    if (sql.includes("WorkerUid")) asked.push(parameters);
    return tables.query(sql, parameters);
  };
  witness = new BrokerWitness({ ...tables, query });
});
afterEach(async () => {
  await tables.close();
  site.remove();
});

const addSession = (worker: number, start: string, user: number | null) =>
  site.insert("Sessions", { WorkerUid: worker, SessionStartTime: start, TrustedUserUid: user, Protocol: "HDX" });

describe("the broker's own sessions", () => {
  it("are told for the machines asked about, named or not", async () => {
    addSession(2, EIGHT, 5);
    addSession(2, "2026-11-17T08:30:00.000Z", null);
    addSession(3, EIGHT, 7);
    await witness.read(NOW, [machine(2)]);
    expect(witness.word(machine(2))).toEqual({
      readAt: NOW,
      sessions: [
        { startedAt: Date.parse(EIGHT), named: true },
        { startedAt: Date.parse(EIGHT) + 1_800_000, named: false },
      ],
    });
    expect(witness.word(machine(3))).toBeNull();
    expect([...witness.answered()]).toEqual([machine(2)]);
    expect(witness.answered().size).toBe(0);
  });

  it("are none on a machine that the broker knows, and unknown on one that it does not", async () => {
    await witness.read(NOW, [machine(2), machine(999)]);
    expect(witness.word(machine(2))).toEqual({ readAt: NOW, sessions: [] });
    expect(witness.word(machine(999))).toBeNull();
  });

  it("are found whatever the case of the guid", async () => {
    const key = machine(1).replace("4000", "4abc");
    addSession(1, EIGHT, 5);
    await witness.read(NOW, [key]);
    expect(witness.word(key)?.sessions).toHaveLength(1);
  });

  it("are read at most every thirty seconds for each machine, in batches of fifty", async () => {
    const keys = Array.from({ length: 101 }, (_, index) => machine(index + 2));
    await witness.read(NOW, keys);
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 1]);
    await witness.read(NOW + 29_999, [...keys.slice(0, 2), machine(120)]);
    expect(asked.at(-1)).toEqual([machine(120)]);
    await witness.read(NOW + 30_000, keys.slice(0, 2));
    expect(asked.at(-1)).toEqual(keys.slice(0, 2));
  });

  it("stay as they were where a read fails, which rests before the next", async () => {
    await witness.read(NOW, [machine(2)]);
    isLost = true;
    await expect(witness.read(NOW + 30_000, [machine(2)])).rejects.toMatchObject({ code: "unavailable" });
    isLost = false;
    await witness.read(NOW + 32_000, [machine(2)]);
    expect(witness.word(machine(2))?.readAt).toBe(NOW);
    await witness.read(NOW + 60_000, [machine(2)]);
    expect(witness.word(machine(2))?.readAt).toBe(NOW + 60_000);
  });

  it("are forgotten when nobody has asked about the machine for ten minutes", async () => {
    await witness.read(NOW, [machine(2)]);
    await witness.read(NOW + 599_999, []);
    expect(witness.word(machine(2))).not.toBeNull();
    await witness.read(NOW + 600_000, []);
    expect(witness.word(machine(2))).toBeNull();
  });
});

describe("a witness that is not there", () => {
  it("is missing where the release has no such table, and is not asked again", async () => {
    site.run('DROP TABLE "Sessions"');
    expect(witness.isMissing).toBe(false);
    await witness.read(NOW, [machine(2)]);
    await witness.read(NOW + 30_000, [machine(2)]);
    expect([witness.isMissing, witness.word(machine(2)), asked.length]).toEqual([true, null, 0]);
  });

  it("says nothing where no broker tables are configured", async () => {
    const none = new BrokerWitness(null);
    await none.read(NOW, [machine(2)]);
    expect([none.word(machine(2)), none.isMissing, none.answered().size]).toEqual([null, false, 0]);
  });
});
