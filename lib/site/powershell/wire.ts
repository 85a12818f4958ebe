import { Reply } from "./commands";

/** How requests and replies travel: one line of ASCII there, one marked line of base64 back. */

export interface Request {
  readonly id: string;
  readonly op: string;
  readonly args: unknown;
  readonly deadlineMs: number;
  /** 32 hexadecimal digits, random for each request: nothing that is printed by accident carries them. */
  readonly mark: string;
  readonly actor: string | null;
  readonly operationId: string | null;
}

/** JSON of ASCII alone: consoles, code pages and byte-order marks have nothing left to change. */
export function asciiJson(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, escaped);
}

export function requestLine(request: Request): string {
  return `${asciiJson({ v: 1, ...request })}\n`;
}

/** Decoded bytes of a reply. */
export const REPLY_BYTES_MAX = 4 * 1_024 * 1_024;
const FRAME_CHARS_MAX = Math.ceil(REPLY_BYTES_MAX / 3) * 4;
const NOISE_BYTES_KEPT = 2_000;

export type FrameProgress =
  | { readonly kind: "more" }
  | { readonly kind: "frame"; readonly text: string }
  | { readonly kind: "too-long" };

/**
 * Finds `\n<mark>:<base64>:<mark>` in bytes that come in pieces. What stands before is noise, of which the end is kept for the log.
 * Each byte is looked at a constant number of times.
 */
export class FrameFinder {
  readonly #head: Buffer;
  readonly #tail: Buffer;
  /** Before the head is found: the end of what came. After it: the pieces of the body. */
  #pieces: Buffer[] = [];
  #bodyBytes = 0;
  #isInside = false;
  #noise = Buffer.alloc(0);

  constructor(mark: string) {
    this.#head = Buffer.from(`\n${mark}:`, "latin1");
    this.#tail = Buffer.from(`:${mark}`, "latin1");
  }

  /** The end of what was not part of a frame, as text of whatever encoding. */
  get noise(): string {
    return this.#noise.toString("utf8");
  }

  push(chunk: Buffer): FrameProgress {
    if (this.#isInside) return this.#takeBody(chunk);
    const held = Buffer.concat([...this.#pieces, chunk]);
    const at = held.indexOf(this.#head);
    if (at < 0) {
      const keep = Math.min(held.length, this.#head.length - 1);
      this.#addNoise(held.subarray(0, held.length - keep));
      this.#pieces = [held.subarray(held.length - keep)];
      return { kind: "more" };
    }
    this.#addNoise(held.subarray(0, at));
    this.#pieces = [];
    this.#isInside = true;
    return this.#takeBody(held.subarray(at + this.#head.length));
  }

  #takeBody(chunk: Buffer): FrameProgress {
    const overlap = this.#tail.length - 1;
    const last = this.#pieces.pop() ?? Buffer.alloc(0);
    const joined = Buffer.concat([last, chunk]);
    const before = this.#bodyBytes - last.length;
    const at = joined.indexOf(this.#tail);
    if (at < 0) {
      // The tail may lie across two pieces: the last few bytes wait for what follows.
      const cut = Math.max(0, joined.length - overlap);
      this.#pieces.push(joined.subarray(0, cut), joined.subarray(cut));
      this.#bodyBytes = before + joined.length;
      return this.#bodyBytes > FRAME_CHARS_MAX + overlap ? { kind: "too-long" } : { kind: "more" };
    }
    if (before + at > FRAME_CHARS_MAX) return { kind: "too-long" };
    const text = Buffer.concat([...this.#pieces, joined.subarray(0, at)]).toString("latin1");
    return { kind: "frame", text };
  }

  #addNoise(bytes: Buffer): void {
    const all = Buffer.concat([this.#noise, bytes.subarray(-NOISE_BYTES_KEPT)]);
    this.#noise = all.subarray(-NOISE_BYTES_KEPT);
  }
}

/** The reply to request `id` in a frame's text. Throws an Error that says what is wrong with it. */
export function readReply(text: string, id: string): Reply {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new Error("the frame holds no base64");
  const json = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64"));
  const parsed = Reply.safeParse(JSON.parse(json));
  if (!parsed.success) throw new Error("the reply has another shape", { cause: parsed.error });
  if (parsed.data.id !== id) throw new Error("the reply is to another request");
  return parsed.data;
}
