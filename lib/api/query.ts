import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { AuditFilter, AuditQuery } from "./contract/audit";
import type { GhostsQuery } from "./contract/ghosts";
import type { OperationBody, OperationFilter, OperationsQuery, PreviewBody } from "./contract/operations";
import type { RepairsQuery } from "./contract/repairs";
import type { ServersQuery } from "./contract/servers";
import type { SessionFilter, SessionsQuery } from "./contract/sessions";
import type { UsersQuery } from "./contract/users";
import { endpointUrl, fetchEndpoint, type RequestOf } from "./fetch-endpoint";

/**
 * Query options, one maker per endpoint that screens read. Every key is `[endpoint id, what was asked]`, so that live
 * updates can name what they outdate. Mutations are plain functions; all reject with ApiError.
 */

/** Lists and pages of the site are sent whole for each version: comparing old with new field by field would only cost. */
export const siteData = { placeholderData: keepPreviousData, structuralSharing: false } as const;

/** One window of the sessions; a virtual list asks by `offset`, a script by `cursor`. */
export function sessionsQuery(query: Partial<SessionsQuery> = {}) {
  return queryOptions({
    queryKey: ["listSessions", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listSessions", { query }, signal),
    ...siteData,
  });
}

/** Where the browser gets exactly the sessions of a filter as CSV. */
export function sessionsCsvUrl(filter: SessionFilter): string {
  return endpointUrl("exportSessions", { query: filter });
}

export function sessionQuery(sessionKey: string) {
  return queryOptions({
    queryKey: ["getSession", sessionKey] as const,
    queryFn: ({ signal }) => fetchEndpoint("getSession", { params: { sessionKey } }, signal),
    structuralSharing: false,
  });
}

/** People, best match first; without `q` everybody by account. */
export function usersQuery(query: Partial<UsersQuery> = {}) {
  return queryOptions({
    queryKey: ["listUsers", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listUsers", { query }, signal),
    ...siteData,
  });
}

/** One person, by Sid or bare account. */
export function userQuery(userKey: string) {
  return queryOptions({
    queryKey: ["getUser", userKey] as const,
    queryFn: ({ signal }) => fetchEndpoint("getUser", { params: { userKey } }, signal),
    structuralSharing: false,
  });
}

export function serversQuery(query: Partial<ServersQuery> = {}) {
  return queryOptions({
    queryKey: ["listServers", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listServers", { query }, signal),
    ...siteData,
  });
}

/** One machine, by its key or bare name. */
export function serverQuery(machineKey: string) {
  return queryOptions({
    queryKey: ["getServer", machineKey] as const,
    queryFn: ({ signal }) => fetchEndpoint("getServer", { params: { machineKey } }, signal),
    structuralSharing: false,
  });
}

/** Open incidents unless `state` says otherwise. */
export function ghostsQuery(query: Partial<GhostsQuery> = {}) {
  return queryOptions({
    queryKey: ["listGhosts", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listGhosts", { query }, signal),
    ...siteData,
  });
}

/** One incident with its evidence and history. */
export function ghostQuery(id: string) {
  return queryOptions({
    queryKey: ["getGhost", id] as const,
    queryFn: ({ signal }) => fetchEndpoint("getGhost", { params: { id } }, signal),
    structuralSharing: false,
  });
}

/** What can be done about one session or one server, and what is being done. */
export function repairsQuery(query: RepairsQuery) {
  return queryOptions({
    queryKey: ["getRepairs", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("getRepairs", { query }, signal),
    structuralSharing: false,
  });
}

/** Operations of a filter, the newest first. */
export function operationsQuery(query: Partial<OperationsQuery> = {}) {
  return queryOptions({
    queryKey: ["listOperations", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listOperations", { query }, signal),
    ...siteData,
  });
}

/** Where the browser gets exactly the operations of a filter as CSV. */
export function operationsCsvUrl(filter: OperationFilter): string {
  return endpointUrl("exportOperations", { query: filter });
}

/** One operation with its parts and what came of it. */
export function operationQuery(id: string) {
  return queryOptions({
    queryKey: ["getOperation", id] as const,
    queryFn: ({ signal }) => fetchEndpoint("getOperation", { params: { id } }, signal),
    structuralSharing: false,
  });
}

/** What an operation would touch; asked anew for every dialog that opens, which `dialog` names. */
export function previewQuery(dialog: string, body: PreviewBody) {
  return queryOptions({
    queryKey: ["previewOperation", dialog, body] as const,
    queryFn: ({ signal }) => fetchEndpoint("previewOperation", { body }, signal),
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** Entries of the audit, the newest first, and whether its chain is whole. */
export function auditQuery(query: Partial<AuditQuery> = {}) {
  return queryOptions({
    queryKey: ["listAudit", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listAudit", { query }, signal),
    ...siteData,
  });
}

/** Where the browser gets exactly the entries of a filter as CSV. */
export function auditCsvUrl(filter: AuditFilter): string {
  return endpointUrl("exportAudit", { query: filter });
}

export function settingsQuery() {
  return queryOptions({
    queryKey: ["getSettings"] as const,
    queryFn: ({ signal }) => fetchEndpoint("getSettings", {}, signal),
  });
}

export function statusQuery() {
  return queryOptions({
    queryKey: ["getStatus"] as const,
    queryFn: ({ signal }) => fetchEndpoint("getStatus", {}, signal),
  });
}

export function meQuery() {
  return queryOptions({
    queryKey: ["getMe"] as const,
    queryFn: ({ signal }) => fetchEndpoint("getMe", {}, signal),
    staleTime: 60_000,
  });
}

export function peopleQuery() {
  return queryOptions({
    queryKey: ["listAccounts"] as const,
    queryFn: ({ signal }) => fetchEndpoint("listAccounts", {}, signal),
  });
}

export function scenariosQuery() {
  return queryOptions({
    queryKey: ["listScenarios"] as const,
    queryFn: ({ signal }) => fetchEndpoint("listScenarios", {}, signal),
  });
}

type BodyOf<TId extends "signIn" | "addAccount" | "changeAccount" | "changeSettings"> = RequestOf<TId>["body"];
type ScenarioOptions = NonNullable<RequestOf<"startScenario">["body"]>;

export const signIn = (body: BodyOf<"signIn">) => fetchEndpoint("signIn", { body });
export const signOut = () => fetchEndpoint("signOut", {});
export const addAccount = (body: BodyOf<"addAccount">) => fetchEndpoint("addAccount", { body });
export const changeAccount = (id: string, body: BodyOf<"changeAccount">) =>
  fetchEndpoint("changeAccount", { params: { id }, body });
export const revokeToken = (id: string) => fetchEndpoint("revokeToken", { params: { id } });
export const startScenario = (name: string, options: ScenarioOptions = {}) =>
  fetchEndpoint("startScenario", { params: { name }, body: options });
export const endScenario = (name: string) => fetchEndpoint("endScenario", { params: { name } });
/** Moves the practice site's clock by an ISO 8601 duration; answers once everything in between has happened. */
export const advanceClock = (advance: string) => fetchEndpoint("advanceClock", { body: { advance } });

/** `over`: take it over from somebody else. */
export const takeGhost = (id: string, over = false) => fetchEndpoint("takeGhost", { params: { id }, body: { over } });
export const releaseGhost = (id: string) => fetchEndpoint("releaseGhost", { params: { id } });
export const dismissGhost = (id: string, reason: string) =>
  fetchEndpoint("dismissGhost", { params: { id }, body: { reason } });
export const reopenGhost = (id: string) => fetchEndpoint("reopenGhost", { params: { id } });
export const changeSettings = (body: BodyOf<"changeSettings">) => fetchEndpoint("changeSettings", { body });

/** Does what a preview showed. `key` is the same for a request that is sent again: it is done once. */
export const startOperation = (body: OperationBody, key: string) =>
  fetchEndpoint("startOperation", { body, headers: { "idempotency-key": key } });
/** Sends none of the acts that were not sent yet. */
export const stopOperation = (id: string) => fetchEndpoint("stopOperation", { params: { id } });
