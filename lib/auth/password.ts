import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { DeskError } from "@/lib/errors";
import { Turnstile } from "./turnstile";

export interface PasswordCost {
  /** Power of two of the work; memory is 128 · 2^logN · blockSize bytes. */
  readonly logN: number;
  readonly blockSize: number;
  readonly parallel: number;
}

/** 32 MB and three passes, one of the equal choices of OWASP's password storage advice: it fits our memory budget. */
export const PASSWORD_COST: PasswordCost = { logN: 15, blockSize: 8, parallel: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const SHAPE = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Two at a time: each takes 32 MB and a thread of the four that files and names need too. */
const turnstile = new Turnstile(2, 200);

/** The hash of a password with its parameters, in the PHC format: `$scrypt$ln=15,r=8,p=3$salt$key`. */
export async function hashPassword(password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return `${prefixOf(cost)}${toBase64(salt)}$${toBase64(key)}`;
}

/** Whether the password is the one that was hashed, compared in constant time. Throws `internal` on a broken hash. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const { cost, salt, key } = parse(stored);
  return timingSafeEqual(await derive(password, salt, cost), key);
}

/** A hash that no password has: checking it costs what checking a real one of that cost does. */
export function hashOfNobody(cost: PasswordCost = PASSWORD_COST): string {
  return `${prefixOf(cost)}${toBase64(Buffer.alloc(SALT_BYTES))}$${toBase64(Buffer.alloc(KEY_BYTES))}`;
}

/** Whether a hash was made with another cost than it would be now, to be made again when its password is next seen. */
export function needsNewHash(stored: string, cost: PasswordCost = PASSWORD_COST): boolean {
  return !stored.startsWith(prefixOf(cost));
}

function prefixOf({ logN, blockSize, parallel }: PasswordCost): string {
  return `$scrypt$ln=${logN},r=${blockSize},p=${parallel}$`;
}

function toBase64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

function parse(stored: string): { cost: PasswordCost; salt: Buffer; key: Buffer } {
  const match = SHAPE.exec(stored);
  const key = Buffer.from(match?.[5] ?? "", "base64");
  if (!match || key.length !== KEY_BYTES) throw new DeskError("internal", "A stored password cannot be read.");
  const [logN = 0, blockSize = 0, parallel = 0] = match.slice(1, 4).map(Number);
  return { cost: { logN, blockSize, parallel }, salt: Buffer.from(match[4] ?? "", "base64"), key };
}

/** The same letters typed on two keyboards may be different bytes: NFKC makes them one. */
function derive(password: string, salt: Buffer, { logN, blockSize, parallel }: PasswordCost): Promise<Buffer> {
  const memory = 128 * 2 ** logN * blockSize;
  const options: ScryptOptions = { N: 2 ** logN, r: blockSize, p: parallel, maxmem: 2 * memory };
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  return turnstile.pass(work);
}
