/** Megabytes as a person says them: `800 MB`, `3.2 GB`, `97 GB`. Binary steps, as Windows counts. */
export function memoryWords(megabytes: number): string {
  if (megabytes < 1024) return `${Math.round(megabytes)} MB`;
  const gigabytes = megabytes / 1024;
  return `${gigabytes < 10 ? gigabytes.toFixed(1) : Math.round(gigabytes).toLocaleString("en-GB")} GB`;
}
