import { addToken } from "@/lib/operations/accounts/add-token";
import { listAccounts } from "@/lib/operations/accounts/list-accounts";
import { revokeToken } from "@/lib/operations/accounts/revoke-token";
import { type Command, findByName, printTable, type Verb } from "./account-command";

/** Prints the token and nothing else, so that a script can keep it. */
const add: Verb = async (scope, words, { print }) => print(await addToken(scope, words));

const list: Verb = async (scope, _, { print }) => {
  const { tokens } = await listAccounts(scope);
  if (tokens.length === 0)
    return print("There is no token yet. Make one with: npm run token -- add NAME --role viewer");
  const rows = tokens.map((token) => [
    ...[token.name, token.role, token.revoked ? "revoked" : "in use"],
    ...[token.lastUsedAt ?? "never", token.createdAt, token.createdBy],
  ]);
  printTable(print, ["Name", "Role", "State", "Last used", "Made", "By"], rows);
};

const revoke: Verb = async (scope, { name }, { print }) => {
  const token = findByName((await listAccounts(scope)).tokens, name, "token");
  await revokeToken(scope, token.id);
  print(`${token.name} is revoked.`);
};

export const TOKEN_COMMAND: Command = {
  call: "npm run token --",
  verbs: {
    add: { run: add, takes: ["name", "role"] },
    list: { run: list, takes: [] },
    revoke: { run: revoke, takes: ["name"] },
  },
};
