import type { AuditRow } from "@/lib/api/contract/audit";
import { GHOST_CLASSES } from "@/lib/domain/ghost/classes";
import { OPERATION_STATES } from "@/lib/domain/operation/states";
import { VERB_NAMES } from "@/lib/domain/operation/verbs";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { STATE_LOOK } from "../operation/state-look";
import { VERB_WORD } from "../operation/verb-words";
import { type SettingValue, valueWords } from "../settings/setting-value";
import { countOf, listOfWords, onMachine } from "../words";
import { actionWords, nounOf } from "./action-words";

type Entry = Pick<AuditRow, "action" | "subject" | "detail">;
type Detail = AuditRow["detail"];

/** What was done, in a few words: `Signed in`, `Log off: asked for`. */
export function whatWords({ action, detail }: Entry): string {
  const verb = VERB_NAMES.find((each) => each === detail.verb);
  return verb ? `${VERB_WORD[verb].name}: ${actionWords(action).toLowerCase()}` : actionWords(action);
}

/** About whom or what: a name where there is one, not the id. */
export function subjectWords({ action, subject, detail }: Entry): string {
  switch (nounOf(action)) {
    case "operation":
      return textOf(detail, "label") ?? subject;
    case "ghost":
      return ghostSubject(detail);
    case "settings":
      return subject === "actions" ? "Actions" : subject.replace("ghosts", "Rules of ghosts");
    default:
      return subject;
  }
}

/** What else there is to know, in one line; empty where there is nothing. */
export function detailWords({ action, detail }: Entry): string {
  const parts = DETAIL.get(nounOf(action))?.(detail) ?? otherWords(detail);
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

type Parts = readonly (string | null)[];

const DETAIL: ReadonlyMap<string, (detail: Detail) => Parts> = new Map(
  Object.entries<(detail: Detail) => Parts>({
    operation: (detail) => [
      textOf(detail, "part"),
      stateWords(detail),
      textOf(detail, "message"),
      textOf(detail, "reason"),
      textOf(detail, "ticket"),
      typeof detail.waiting === "number" ? `${countOf(detail.waiting, "act")} not sent` : null,
    ],
    ghost: (detail) => [
      GHOST_CLASSES.find((each) => each === detail.class) ? GHOST_CLASS[detail.class as "nameless"].label : null,
      textOf(detail, "reason"),
      prefixed("taken over from ", textOf(detail, "takenFrom")),
      prefixed("had been dismissed by ", textOf(detail, "dismissedBy")),
    ],
    "sign-in": (detail) => [
      WHY.get(textOf(detail, "why") ?? "") ?? textOf(detail, "why"),
      typeof detail.count === "number" ? `${countOf(detail.count, "attempt")} not listed one by one` : null,
      prefixed("from ", textOf(detail, "address")),
    ],
    account: (detail) => [
      roleWords(detail.role),
      Array.isArray(detail.roles) ? listOfWords(detail.roles.map(String)) : null,
      detail.disabled === true ? "disabled" : null,
      detail.disabled === false ? "enabled again" : null,
      detail.passwordChanged === true ? "new password" : null,
    ],
    token: (detail) => [roleWords(detail.role)],
    settings: (detail) => Object.entries(detail).map(([name, change]) => settingWords(name, change)),
  }),
);

/** Why somebody was refused or left. */
const WHY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "unknown-account": "there is no such account",
    "wrong-password": "wrong password",
    "disabled-account": "the account is disabled",
    "demo-account": "demo accounts are for the practice site",
    "changed-meanwhile": "the account was changed at that moment",
    limited: "too many failed attempts before",
    "signed-out": "by themselves",
    "signed-in-anew": "signed in anew in the same browser",
  }),
);

function ghostSubject(detail: Detail): string {
  const machine = textOf(detail, "machine");
  if ("machine" in detail && !("session" in detail)) return machine ?? "a machine";
  return `${textOf(detail, "user") ?? "A nameless session"} ${onMachine(machine)}`;
}

function stateWords({ state }: Detail): string | null {
  const known = OPERATION_STATES.find((each) => each === state);
  return known ? STATE_LOOK[known].label : null;
}

function roleWords(role: unknown): string | null {
  if (typeof role === "string") return `role ${role}`;
  return isChange(role) ? `role ${role.from} → ${role.to}` : null;
}

function settingWords(name: string, change: unknown): string | null {
  if (!isChange(change)) return null;
  if (!isSetting(name)) return `${name} ${change.from} → ${change.to}`;
  return `${SETTINGS[name].label}: ${settingValue(name, change.from)} → ${settingValue(name, change.to)}`;
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function settingValue(name: SettingName, value: unknown): string {
  const isValue = ["boolean", "number"].includes(typeof value) || Array.isArray(value);
  return isValue ? valueWords(name, value as SettingValue) : String(value);
}

function isChange(value: unknown): value is { readonly from: unknown; readonly to: unknown } {
  return typeof value === "object" && value !== null && "from" in value && "to" in value;
}

/** What nobody has put into words yet, as it is written. */
function otherWords(detail: Detail): Parts {
  return Object.entries(detail).map(([name, value]) => `${name} ${plain(value)}`);
}

export function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function textOf(detail: Detail, name: string): string | null {
  const value = detail[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function prefixed(prefix: string, text: string | null): string | null {
  return text === null ? null : `${prefix}${text}`;
}
