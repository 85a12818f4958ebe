import * as z from "zod";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, listOf, NoBody, Nothing, SnapshotEnvelope, windowOf } from "./envelope";
import { SessionRow } from "./sessions";

export const UserRow = z.object({
  key: z.string(),
  known: z
    .boolean()
    .describe("false: the site never verified this person; only the untrusted or brokering name of sessions says so"),
  account: z.string().describe("DOMAIN\\account, or the name that stands in for it"),
  fullName: z.string().nullable(),
  upn: z.string().nullable(),
  sessions: z.number().int(),
  states: z.record(z.string(), z.number().int()).describe("this person's sessions by state"),
});
export type UserRow = z.infer<typeof UserRow>;

export const UsersQuery = z.strictObject({
  q: z.string().trim().max(200).optional().describe("part of an account, full name or UPN"),
  ...windowOf(20),
});
export type UsersQuery = z.infer<typeof UsersQuery>;
export const UsersResponse = listOf(UserRow);
export type UsersResponse = z.infer<typeof UsersResponse>;

export const listUsers = {
  ...ROUTES.listUsers,
  summary: "People the site knows, best match first",
  permission: "read",
  params: Nothing,
  query: UsersQuery,
  body: NoBody,
  response: UsersResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

export const UserResponse = SnapshotEnvelope.extend({
  user: z.object({
    key: z.string(),
    known: UserRow.shape.known,
    account: z.string(),
    accountName: z.string(),
    domain: z.string().nullable(),
    fullName: z.string().nullable(),
    upn: z.string().nullable(),
    firstSeen: IsoInstant.nullable().describe("when the site first wrote about this person; null where it never did"),
    lastChanged: IsoInstant.nullable(),
    assignedMachines: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  sessions: z.array(SessionRow),
});
export type UserResponse = z.infer<typeof UserResponse>;

export const getUser = {
  ...ROUTES.getUser,
  summary: "One person and their sessions; a bare account works where it is unambiguous",
  permission: "read",
  params: z.strictObject({ userKey: z.string().max(255) }),
  query: Nothing,
  body: NoBody,
  response: UserResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;
