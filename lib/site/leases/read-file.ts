import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type Decoded, DOCUMENT_BYTES_MAX, decodeDocument, TOO_LARGE } from "./decode";
import { fileProblem } from "./folder-faults";

/** Neither through a link, nor waiting for somebody to write into a pipe; Windows has neither flag, and asks for nothing. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** `isLasting`: reading it again would say the same, as long as the file does not change. */
export type FileText = Decoded & { readonly isLasting: boolean };

/** The text of a document, at most a megabyte of it. Never rejects: what stands in the way is one sentence. */
export async function readDocumentFile(path: string): Promise<FileText> {
  try {
    const handle = await open(path, FLAGS);
    try {
      return await readBounded(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: fileProblem(error), isLasting: false };
  }
}

async function readBounded(handle: FileHandle): Promise<FileText> {
  const stats = await handle.stat();
  if (!stats.isFile()) return { problem: "It is no file.", isLasting: true };
  if (stats.size > DOCUMENT_BYTES_MAX) return { problem: TOO_LARGE, isLasting: true };
  // One byte more than it has: a file that grew since is noticed.
  const bytes = Buffer.allocUnsafe(stats.size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) break;
  }
  if (length !== stats.size) return { problem: "It was being written while it was read.", isLasting: false };
  return { ...decodeDocument(bytes.subarray(0, length)), isLasting: true };
}
