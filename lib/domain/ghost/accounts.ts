/** Names of accounts as different sources write them: `DOMAIN\account` in any case, or the bare account. */

const bare = (account: string) => account.slice(account.lastIndexOf("\\") + 1);
const domainOf = (account: string) => account.slice(0, Math.max(0, account.lastIndexOf("\\")));

/** `corp` and `corp.example.com` are taken for one domain: a session must not be called gone for a spelling. */
function isSameDomain(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** The same account: by domain and name where both tell the domain, else by name. */
export function isSameAccount(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (bare(left) !== bare(right)) return false;
  const [domain, other] = [domainOf(left), domainOf(right)];
  return domain === "" || other === "" || isSameDomain(domain, other);
}

/** Whether an account fits a pattern in which `*` stands for any text; a pattern without a domain means any domain. */
export function fitsPattern(account: string, pattern: string): boolean {
  const text = (pattern.includes("\\") ? account : bare(account)).toLowerCase();
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

export function isExcluded(account: string | null, patterns: readonly string[]): boolean {
  return account !== null && patterns.some((pattern) => fitsPattern(account, pattern));
}

/** A pattern of nothing but stars would exclude everybody, and with them every ghost. */
export function fitsEverybody(pattern: string): boolean {
  return pattern.replace(/[*\\\s]/g, "") === "";
}
