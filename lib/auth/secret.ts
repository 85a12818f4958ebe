import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: more than anybody can guess, so a plain hash without salt is enough to store them. */
const SECRET_BYTES = 32;

const COOKIE_SHAPE = /^[A-Za-z0-9_-]{43}$/;
const TOKEN_SHAPE = /^gd_[A-Za-z0-9_-]{43}$/;

export function makeCookieSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** A token for scripts, always 46 characters: `gd_` makes it findable where one leaked into a repository. */
export function makeApiToken(): string {
  return `gd_${randomBytes(SECRET_BYTES).toString("base64url")}`;
}

/** What is stored in place of a secret: SHA-256 in hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function isCookieSecret(text: string): boolean {
  return COOKIE_SHAPE.test(text);
}

export function isApiToken(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}
