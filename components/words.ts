/** How the site's own names are put into a sentence. */

const SPELLED: Readonly<Record<string, string>> = {
  NonBrokeredSession: "Non-brokered session",
  PreLogon: "Pre-logon",
  PreLaunched: "Pre-launched",
  NoApps: "No applications",
  MultiSession: "Multi-session",
  SingleSession: "Single-session",
  VdaHighAvailabilityMode: "VDA high availability mode",
  VirtualMachineNotFound: "Virtual machine not found",
  AgentWrongActiveDirectoryOU: "Agent in the wrong Active Directory OU",
  OSNotCompatibleWithDdc: "OS not compatible with the controller",
  VMNotCompatibleWithDdc: "VM not compatible with the controller",
};

/** `StuckOnBoot` as `Stuck on boot`. A number that the site's lists do not name stays that number. */
export function readable(name: string): string {
  if (/^\d+$/.test(name)) return `no. ${name}`;
  const known = SPELLED[name];
  if (known) return known;
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").split(" ");
  return words.map((word, index) => (index === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(" ");
}

const numbers = new Intl.NumberFormat("en-GB");

/** `4,812`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** `1 session`, `4,812 sessions`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOfWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** With a capital, for the beginning of a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Where a session is, inside a sentence: `on SRV-07`. */
export function onMachine(machine: string | null): string {
  return machine === null ? "on a machine the site does not name" : `on ${machine}`;
}
