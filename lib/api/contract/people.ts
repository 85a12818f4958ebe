import * as z from "zod";
import { ROLES } from "@/lib/domain/role";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing } from "./envelope";

/** Accounts of this console and tokens for scripts; administrators only. */

export const AccountRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  demo: z.boolean(),
  disabled: z.boolean(),
  createdAt: IsoInstant,
  lastSignInAt: IsoInstant.nullable(),
  signedIn: z.number().int().describe("browsers signed in now"),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const TokenRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  createdAt: IsoInstant,
  createdBy: z.string(),
  lastUsedAt: IsoInstant.nullable(),
  revoked: z.boolean(),
});
export type TokenRow = z.infer<typeof TokenRow>;

export const PasswordRule = z
  .string()
  .min(12, "A password has at least 12 characters.")
  .max(256, "A password has at most 256 characters.");
export const AccountName = z
  .string()
  .trim()
  .min(1, "A name is needed.")
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u, "A name has letters, digits and . _ @ - only.");

const admin = {
  permission: "manage-people",
  params: Nothing,
  query: Nothing,
  body: NoBody,
  status: 200,
  mediaType: "application/json",
} as const;

export const listAccounts = {
  ...admin,
  ...ROUTES.listAccounts,
  summary: "Accounts of this console and tokens for scripts",
  response: z.object({ accounts: z.array(AccountRow), tokens: z.array(TokenRow) }),
} as const satisfies Endpoint;

export const addAccount = {
  ...admin,
  ...ROUTES.addAccount,
  summary: "Add an account",
  body: z.object({ name: AccountName, role: z.enum(ROLES), password: PasswordRule }),
  response: AccountRow,
  status: 201,
} as const satisfies Endpoint;

export const changeAccount = {
  ...admin,
  ...ROUTES.changeAccount,
  summary: "Change an account's role or password, disable or enable it; disabling ends its sessions",
  params: z.strictObject({ id: z.string().max(36) }),
  body: z.object({
    role: z.enum(ROLES).optional(),
    password: PasswordRule.optional(),
    disabled: z.boolean().optional(),
  }),
  response: AccountRow,
} as const satisfies Endpoint;

export const revokeToken = {
  ...admin,
  ...ROUTES.revokeToken,
  summary: "Revoke a token",
  params: z.strictObject({ id: z.string().max(36) }),
  response: NoBody,
  status: 204,
} as const satisfies Endpoint;
