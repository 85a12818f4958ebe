/** Places the company works at; larger sites have a set of delivery groups for each. */
export const OFFICES = [
  { name: "Vienna", code: "VIE" },
  { name: "Graz", code: "GRZ" },
  { name: "Linz", code: "LNZ" },
  { name: "Brno", code: "BRQ" },
  { name: "Bratislava", code: "BTS" },
  { name: "Győr", code: "QGY" },
  { name: "Maribor", code: "MBX" },
  { name: "Salzburg", code: "SZG" },
  { name: "Innsbruck", code: "INN" },
  { name: "Kraków", code: "KRK" },
] as const;

export const DOMAINS = [
  { name: "NORDWERK", dns: "nordwerk.example" },
  { name: "SUEDWERK", dns: "suedwerk.example" },
  { name: "OSTWERK", dns: "ostwerk.example" },
] as const;

/** Servers that one set of delivery groups has at most. */
export const SERVERS_PER_OFFICE = 400;

export const APPLICATIONS = [
  { name: "SAP GUI", path: "C:\\Program Files\\SAP\\FrontEnd\\saplogon.exe", folder: "Finance\\" },
  { name: "Outlook", path: "C:\\Program Files\\Microsoft Office\\Office16\\OUTLOOK.EXE", folder: "Office\\" },
  { name: "Excel", path: "C:\\Program Files\\Microsoft Office\\Office16\\EXCEL.EXE", folder: "Office\\" },
  { name: "Word", path: "C:\\Program Files\\Microsoft Office\\Office16\\WINWORD.EXE", folder: "Office\\" },
  { name: "Claims desk", path: "C:\\Apps\\Claims\\claims.exe", folder: "Insurance\\" },
  { name: "Policy archive", path: "C:\\Apps\\Archive\\viewer.exe", folder: "Insurance\\" },
  { name: "Time sheet", path: "C:\\Apps\\Zeit\\zeit.exe", folder: "Personnel\\" },
  { name: "Lagerverwaltung", path: "C:\\Apps\\Lager\\lager.exe", folder: "Logistics\\" },
] as const;

export const KIOSK_APPLICATION = {
  name: "Self service",
  path: "C:\\Apps\\Kiosk\\kiosk.exe",
  folder: "Public\\",
} as const;
