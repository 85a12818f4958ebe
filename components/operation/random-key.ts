const BYTES = 16;

/**
 * A random UUID, version 4 (RFC 9562). `crypto.randomUUID` exists only on pages that came by HTTPS or from this computer, and
 * Ghostdesk may be reached by plain HTTP inside a closed network.
 */
export function randomKey(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(BYTES))): string {
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, "0");
    return (index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, "0");
  });
  const part = (from: number, to: number) => hex.slice(from, to).join("");
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join("-");
}
