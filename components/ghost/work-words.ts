/** Who works on a ghost, as a sentence. `me`: the account that reads it. */
export function workWords(takenBy: string | null, me: string): string {
  if (takenBy === null) return "Nobody is working on it.";
  return takenBy === me ? "You are working on it." : `${takenBy} is working on it.`;
}
