import { parseArgs } from "node:util";
import { openAuditedDesk } from "@/lib/audit/open";
import { localActor } from "@/lib/auth/local-actor";
import type { PasswordCost } from "@/lib/auth/password";
import { nameKeyOf } from "@/lib/auth/scope";
import { wallClock } from "@/lib/clock";
import { migrateDesk } from "@/lib/desk/migrate";
import { ROLES } from "@/lib/domain/role";
import { readEnvironment } from "@/lib/env";
import { DeskError } from "@/lib/errors";
import type { AccountsScope } from "@/lib/operations/accounts/accounts-scope";

/** What `npm run user` and `npm run token` have in common: arguments, our database, who is acting, how a table looks. */

export interface CommandOutside {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One line on standard output. */
  print(line: string): void;
  readPassword(): Promise<string>;
  readonly passwordCost?: PasswordCost;
}

export type Verb = (scope: AccountsScope, words: Words, outside: CommandOutside) => Promise<void>;

export interface Words {
  readonly name: string;
  readonly role: string;
}

interface VerbShape {
  readonly run: Verb;
  readonly takes: readonly ("name" | "role")[];
}

export interface Command {
  /** Such as `npm run user --`. */
  readonly call: string;
  readonly verbs: Readonly<Record<string, VerbShape>>;
}

/** Runs one command line. Throws a DeskError whose message is one clear line. */
export async function runCommand(command: Command, args: readonly string[], outside: CommandOutside): Promise<void> {
  const { shape, words } = readWords(command, args);
  const env = readEnvironment(outside.environment);
  await migrateDesk(env.deskUrl);
  const { desk, close } = await openAuditedDesk(env.deskUrl, env.auditKeyFile);
  try {
    const scope = { desk, clock: wallClock, actor: localActor(env.siteId) };
    const cost = outside.passwordCost ? { passwordCost: outside.passwordCost } : {};
    await shape.run({ ...scope, ...cost }, words, outside);
  } finally {
    await close();
  }
}

function readWords(command: Command, args: readonly string[]): { shape: VerbShape; words: Words } {
  const { positionals, values } = parse(command, args);
  const [verb = "", name = "", ...more] = positionals;
  const shape = Object.hasOwn(command.verbs, verb) ? command.verbs[verb] : undefined;
  if (!shape) throw new DeskError("invalid", verb === "" ? usage(command) : `${verb} is unknown. ${usage(command)}`);
  const takes = (word: "name" | "role") => shape.takes.includes(word);
  if (takes("name") && name === "") throw new DeskError("invalid", `A name is missing. ${usage(command)}`);
  if (more.length > 0 || (!takes("name") && name !== "")) {
    throw new DeskError("invalid", `${more[0] ?? name} is one word too many. ${usage(command)}`);
  }
  requireRole(verb, takes("role"), values.role);
  return { shape, words: { name, role: values.role ?? "" } };
}

function requireRole(verb: string, wanted: boolean, role: string | undefined): void {
  const roles = ROLES.join(", ");
  if (wanted && !role) throw new DeskError("invalid", `A role is missing: --role with one of ${roles}.`);
  if (!wanted && role) throw new DeskError("invalid", `${verb} takes no --role.`);
  if (role && !(ROLES as readonly string[]).includes(role)) {
    throw new DeskError("invalid", `There is no role ${role}. Roles are ${roles}.`);
  }
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { role: { type: "string" } } });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/[.\n]/, 1)[0] ?? "") : "";
    throw new DeskError("invalid", `${reason}. ${usage(command)}`, { cause });
  }
}

function usage({ call, verbs }: Command): string {
  const lines = Object.entries(verbs).map(([verb, { takes }]) => {
    const words = takes.map((word) => (word === "name" ? " NAME" : " --role ROLE")).join("");
    return `${verb}${words}`;
  });
  return `Usage: ${call} ${lines.join(" | ")}`;
}

/** A table with its head, columns as wide as they need to be. */
export function printTable(print: (line: string) => void, head: readonly string[], rows: readonly string[][]): void {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    print(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

/** The row with that name in any case. Throws DeskError `not-found`. */
export function findByName<T extends { readonly name: string }>(rows: readonly T[], name: string, what: string): T {
  const found = rows.find((row) => nameKeyOf(row.name) === nameKeyOf(name));
  if (!found) throw new DeskError("not-found", `There is no ${what} named ${name}.`);
  return found;
}
