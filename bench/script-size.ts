import { gzipSync } from "node:zlib";

/** Bytes of script, compressed, that a page makes a browser load first: what its HTML names, without what old browsers get. */
export async function firstLoadScript(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const html = await (await fetch(url, { headers })).text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(scripts.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const source of sources) {
    const answer = await fetch(new URL(source.replaceAll("&amp;", "&"), url));
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes;
}
