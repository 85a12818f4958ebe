import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyIndex } from "./key-index";

describe("an index of keys", () => {
  it("knows what was added and not removed, for each owner, whatever the order", () => {
    const entry = fc.record({ owner: fc.constantFrom("a", "b"), key: fc.constantFrom("1", "2", "3", "4") });
    const entries = fc.uniqueArray(entry, { selector: ({ owner, key }) => owner + key });
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.boolean()), (added, isRemoved) => {
        const index = new KeyIndex();
        for (const { owner, key } of added) index.add(owner, key);
        const kept = added.filter(() => !isRemoved.next().value);
        for (const each of added.filter((one) => !kept.includes(one))) index.remove(each.owner, each.key);
        for (const owner of ["a", "b"]) {
          const expected = kept.filter((each) => each.owner === owner).map(({ key }) => key);
          expect([...index.of(owner)].sort()).toEqual(expected.sort());
        }
      }),
    );
  });

  it("has nothing of nobody, and forgets nothing that it never had", () => {
    const index = new KeyIndex();
    index.add(null, "1");
    index.remove(null, "1");
    index.add("a", "1");
    index.remove("a", "2");
    index.remove("b", "1");
    expect([index.of(null), index.of("b"), index.of("a")]).toEqual([[], [], ["1"]]);
  });
});
