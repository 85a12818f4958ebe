import { describe, expect, it } from "vitest";
import { hashOfNobody, hashPassword, needsNewHash, PASSWORD_COST, verifyPassword } from "./password";

const CHEAP = { logN: 4, blockSize: 8, parallel: 1 };

describe("passwords", () => {
  it("are right or wrong, and no two hashes are the same", async () => {
    const hash = await hashPassword("correct horse", CHEAP);
    expect(hash).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword("correct horse", hash)).toBe(true);
    expect(await verifyPassword("correct horsf", hash)).toBe(false);
    expect(await verifyPassword("", hash)).toBe(false);
    expect(await hashPassword("correct horse", CHEAP)).not.toBe(hash);
  });

  it("are the same however the keyboard composes their letters, and long ones count to the end", async () => {
    expect(await verifyPassword("Zoe\u0308", await hashPassword("Zo\u00EB", CHEAP))).toBe(true);
    const long = "x".repeat(256);
    expect(await verifyPassword(`${long.slice(0, -1)}y`, await hashPassword(long, CHEAP))).toBe(false);
  });

  it("cost what OWASP advises, and the hash of nobody costs the same", async () => {
    expect(PASSWORD_COST).toEqual({ logN: 15, blockSize: 8, parallel: 3 });
    expect(hashOfNobody()).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(await verifyPassword("", hashOfNobody())).toBe(false);
  });

  it("are hashed again where the cost has changed", async () => {
    expect(needsNewHash(await hashPassword("x", CHEAP))).toBe(true);
    expect(needsNewHash(await hashPassword("x", CHEAP), CHEAP)).toBe(false);
    expect(needsNewHash(hashOfNobody())).toBe(false);
  });

  it.each(["", "plain", "$scrypt$ln=15,r=8,p=3$AAAA", "$scrypt$ln=4,r=8,p=1$AAAA$AAAA"])(
    "a broken hash %j lets nobody in",
    async (hash) => {
      await expect(verifyPassword("x", hash)).rejects.toMatchObject({ code: "internal" });
    },
  );
});
