import type { SelectOption } from "../ui/select";

/** What can stand in the audit, in words: nouns in the order of the filter, and under each what was done. */
const NOUNS: Readonly<Record<string, string>> = {
  operation: "Operations",
  ghost: "Ghosts",
  "sign-in": "Sign-ins",
  account: "Accounts",
  token: "Tokens",
  settings: "Settings",
};

const ACTIONS: Readonly<Record<string, string>> = {
  "operation.intended": "Asked for",
  "operation.sent": "Sent",
  "operation.outcome": "Answered",
  "operation.settled": "Settled",
  "operation.stop": "Stop asked for",
  "operation.stopped": "Stopped",
  "ghost.take": "Ghost taken",
  "ghost.release": "Ghost released",
  "ghost.dismiss": "Ghost dismissed",
  "ghost.reopen": "Ghost reopened",
  "sign-in.granted": "Signed in",
  "sign-in.refused": "Sign-in refused",
  "sign-in.omitted": "More sign-ins refused",
  "sign-in.ended": "Signed out",
  "account.add": "Account added",
  "account.add-demo": "Demo accounts added",
  "account.change": "Account changed",
  "token.add": "Token made",
  "token.revoke": "Token revoked",
  "settings.change": "Settings changed",
};

export function nounOf(action: string): string {
  return action.split(".")[0] ?? action;
}

/** `Ghost taken`; an action that this page does not know stands as it is written. */
export function actionWords(action: string): string {
  return isKnownAction(action) ? (ACTIONS[action] ?? action) : action;
}

export function isKnownAction(action: string): boolean {
  return Object.hasOwn(ACTIONS, action);
}

/** Every noun, and under those with several actions each of them. */
export const ACTION_OPTIONS: readonly SelectOption<string>[] = Object.entries(NOUNS).flatMap(([noun, label]) => {
  const own = Object.entries(ACTIONS).filter(([action]) => nounOf(action) === noun);
  const each = own.map(([action, words]) => ({ value: action, label: `${label}: ${words.toLowerCase()}` }));
  return [{ value: noun, label }, ...(own.length > 1 ? each : [])];
});
