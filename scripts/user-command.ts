import { addAccount } from "@/lib/operations/accounts/add-account";
import { changeAccount } from "@/lib/operations/accounts/change-account";
import { listAccounts } from "@/lib/operations/accounts/list-accounts";
import { type Command, findByName, printTable, type Verb } from "./account-command";

const add: Verb = async (scope, { name, role }, { print, readPassword }) => {
  const account = await addAccount(scope, { name, role, password: await readPassword() });
  print(`${account.name} may sign in as ${account.role}.`);
};

const list: Verb = async (scope, _, { print }) => {
  const { accounts } = await listAccounts(scope);
  if (accounts.length === 0)
    return print("There is no account yet. Make one with: npm run user -- add NAME --role admin");
  const rows = accounts.map((account) => [
    ...[account.name, account.role, account.disabled ? "disabled" : account.demo ? "demo" : "enabled"],
    ...[account.lastSignInAt ?? "never", `${account.signedIn}`],
  ]);
  printTable(print, ["Name", "Role", "State", "Last sign-in", "Signed in now"], rows);
};

function change(input: { disabled: boolean }, said: string): Verb {
  return async (scope, { name }, { print }) => {
    const account = findByName((await listAccounts(scope)).accounts, name, "account");
    await changeAccount(scope, account.id, input);
    print(`${account.name} ${said}.`);
  };
}

const password: Verb = async (scope, { name }, { print, readPassword }) => {
  const account = findByName((await listAccounts(scope)).accounts, name, "account");
  await changeAccount(scope, account.id, { password: await readPassword() });
  print(`${account.name} has a new password and is signed out everywhere.`);
};

const role: Verb = async (scope, words, { print }) => {
  const account = findByName((await listAccounts(scope)).accounts, words.name, "account");
  const changed = await changeAccount(scope, account.id, { role: words.role });
  print(`${changed.name} has the role ${changed.role}.`);
};

export const USER_COMMAND: Command = {
  call: "npm run user --",
  verbs: {
    add: { run: add, takes: ["name", "role"] },
    list: { run: list, takes: [] },
    role: { run: role, takes: ["name", "role"] },
    password: { run: password, takes: ["name"] },
    disable: { run: change({ disabled: true }, "is disabled and signed out everywhere"), takes: ["name"] },
    enable: { run: change({ disabled: false }, "may sign in again"), takes: ["name"] },
  },
};
