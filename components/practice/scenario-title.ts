/** `nameless-after-failed-logon` as words. */
export function scenarioTitle(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
