import type { ReadStream } from "node:tty";
import { DeskError } from "@/lib/errors";

const ENTER = new Set(["\r", "\n", "\u0004"]);
const ERASE = new Set(["\b", "\u007f"]);
const CANCEL = "\u0003";

/**
 * A password: typed twice without being shown where somebody sits at the keyboard, else the first line of standard input.
 * Throws DeskError `invalid` where none is given or the two differ.
 */
export async function askPassword(input: NodeJS.ReadStream, say: (text: string) => void): Promise<string> {
  if (!input.isTTY) return readFirstLine(input);
  const first = await readHidden(input, "Password: ", say);
  const second = await readHidden(input, "Once more: ", say);
  if (first !== second) throw new DeskError("invalid", "The two passwords differ.");
  return first;
}

async function readFirstLine(input: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk));
    // Whoever pipes a password may leave the pipe open.
    if (chunks.at(-1)?.includes("\n")) break;
  }
  const text = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const [line = ""] = text.split(/\r?\n/, 1);
  if (line === "") throw new DeskError("invalid", "No password was given on standard input.");
  return line;
}

function readHidden(input: ReadStream, prompt: string, say: (text: string) => void): Promise<string> {
  say(prompt);
  input.setRawMode(true);
  input.setEncoding("utf8");
  return new Promise<string>((resolve, reject) => {
    let typed = "";
    const finish = (settle: () => void) => {
      input.off("data", onData);
      input.setRawMode(false);
      input.pause();
      say("\n");
      settle();
    };
    const onData = (text: string | Buffer) => {
      for (const key of text.toString()) {
        if (key === CANCEL) return finish(() => reject(new DeskError("invalid", "Nothing was changed.")));
        if (ENTER.has(key)) return finish(() => resolve(typed));
        typed = ERASE.has(key) ? [...typed].slice(0, -1).join("") : typed + key;
      }
    };
    input.on("data", onData);
    input.resume();
  });
}
