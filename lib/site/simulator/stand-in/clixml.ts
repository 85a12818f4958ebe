import type { Cell, CellObject, CellTable, CmdletAnswer, CmdletError } from "./wire";

/**
 * Answers as CLIXML, the serialization of PowerShell objects ([MS-PSRP] 2.2.5): values arrive in PowerShell with types of their own.
 * Instants carry an offset, which makes local times of them: that is the kind in which scripts compare the SDK's times with Get-Date.
 */
export function toClixml({ table, warnings, errors }: CmdletAnswer): string {
  const lists = table?.columns.filter(({ type }) => type.endsWith("[]")) ?? [];
  const names = (wanted: boolean) =>
    lists.filter(({ type }) => (type === "String[]") === wanted).map(({ name }) => name);
  const properties = [
    text("TypeName", table?.typeName ?? ""),
    list("Rows", table ? rowsOf(table) : []),
    list(
      "TextLists",
      names(true).map((name) => text(null, name)),
    ),
    list(
      "Lists",
      names(false).map((name) => text(null, name)),
    ),
    list(
      "Warnings",
      warnings.map((each) => text(null, each)),
    ),
    list("Errors", errors.map(errorOf)),
  ];
  const namespace = "http://schemas.microsoft.com/powershell/2004/04";
  return `<Objs Version="1.1.0.1" xmlns="${namespace}"><Obj><MS>${properties.join("")}</MS></Obj></Objs>`;
}

const named = (name: string | null) => (name === null ? "" : ` N="${escaped(name)}"`);
const text = (name: string | null, value: string) => `<S${named(name)}>${escaped(value)}</S>`;
const list = (name: string | null, items: readonly string[]) =>
  `<Obj${named(name)}><TN><T>System.Object[]</T></TN><LST>${items.join("")}</LST></Obj>`;
const dictionary = (name: string, entries: readonly string[]) =>
  `<Obj${named(name)}><TN><T>System.Collections.Hashtable</T></TN><DCT>${entries.join("")}</DCT></Obj>`;
const entry = (key: string, value: string) => `<En>${text("Key", key)}${value}</En>`;
const object = (name: string | null, typeName: string, properties: readonly string[]) =>
  `<Obj${named(name)}><TN><T>${escaped(typeName)}</T></TN><MS>${properties.join("")}</MS></Obj>`;

function* cellsOf({ columns }: CellTable, row: readonly Cell[]): Generator<string> {
  for (const [index, { name, type }] of columns.entries())
    yield toElement(name, type.replace("?", ""), row[index] ?? null);
}

function rowsOf(table: CellTable): string[] {
  return table.rows.map((row) => object(null, table.typeName, [...cellsOf(table, row)]));
}

function errorOf({ id, message, category, terminating, data, total }: CmdletError): string {
  const entries = Object.entries(data).map(([key, value]) => entry(key, text("Value", `${value}`)));
  return object(null, "Ghostdesk.StandIn.Error", [
    ...[text("Id", id), text("Message", message), text("Category", category)],
    toElement("Terminating", "Boolean", terminating),
    dictionary("Data", entries),
    toElement("Total", "Int32", total),
  ]);
}

/** One value; an enumeration is its text, as is everything whose type PowerShell has no element for. */
function toElement(name: string | null, type: string, cell: Cell): string {
  const element = (tag: string, value: string) => `<${tag}${named(name)}>${value}</${tag}>`;
  if (type.includes("Dictionary")) return dictionary(name ?? "", []);
  if (cell === null) return `<Nil${named(name)} />`;
  if (isList(cell))
    return list(
      name,
      cell.map((each) => toElement(null, type.replace("[]", ""), each)),
    );
  if (typeof cell === "object") return objectOf(name, type, cell);
  if (typeof cell === "boolean") return element("B", `${cell}`);
  if (typeof cell === "string") return type === "Guid" ? element("G", cell) : element("S", escaped(cell));
  if (type === "DateTime") return element("DT", new Date(cell).toISOString().replace("Z", "+00:00"));
  if (type === "TimeSpan") return element("TS", `PT${(cell / 1_000).toFixed(3)}S`);
  return element(type === "Int64" ? "I64" : "I32", `${cell}`);
}

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell);

function objectOf(name: string | null, type: string, cell: CellObject): string {
  const properties = Object.entries(cell).map(([key, value]) =>
    toElement(key, typeof value === "number" ? "Int32" : "String", value),
  );
  return object(name, `Citrix.Broker.Admin.SDK.${type}`, properties);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML cannot hold is written `_xHHHH_`, and so is an underscore that would read as the beginning of one. */
function escaped(value: string): string {
  return value
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gi, "_x005F_")
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, codeUnit)
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

function codeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
