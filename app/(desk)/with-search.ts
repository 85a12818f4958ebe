/** What Next.js gives a page of its address behind the question mark. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A path with its filters, so that signing in leads back to the same rows. */
export function withSearch(path: string, params: SearchParams): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of [value ?? []].flat()) search.append(name, each);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
