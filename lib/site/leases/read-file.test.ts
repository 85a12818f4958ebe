import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CacheFolder } from "./cache-folder.fixture";
import { DOCUMENT_BYTES_MAX } from "./decode";
import { readDocumentFile } from "./read-file";

let cache: CacheFolder;
beforeEach(() => {
  cache = new CacheFolder();
});
afterEach(() => cache.remove());

const read = (file: string) => readDocumentFile(cache.at(file));

it("reads a document", async () => {
  cache.write("a.xml", "<a/>");
  expect(await read("a.xml")).toEqual({ text: "<a/>", isLasting: true });
});

it("reads what is just not too large, and not a byte more", async () => {
  cache.write("most.xml", Buffer.alloc(DOCUMENT_BYTES_MAX, "<"));
  cache.write("more.xml", Buffer.alloc(DOCUMENT_BYTES_MAX + 1, "<"));
  expect(await read("most.xml")).toHaveProperty("text");
  expect(await read("more.xml")).toEqual({ problem: "It is larger than 1 MB, so it was not read.", isLasting: true });
});

it("says that a file went away between its being listed and its being opened", async () => {
  expect(await read("gone.xml")).toEqual({ problem: "It went away while it was read.", isLasting: false });
});

it("takes a folder for no file", async () => {
  mkdirSync(cache.at("folder.xml"));
  const { problem } = (await read("folder.xml")) as { problem: string };
  expect(problem).toMatch(/^It is no file\.$|^Ghostdesk may not open it\.$/);
});

it.skipIf(process.platform === "win32")("follows no link, also where one was put in the file's place", async () => {
  cache.write("a.xml", "<a/>");
  symlinkSync(cache.at("a.xml"), cache.at("link.xml"));
  expect(await read("link.xml")).toEqual({ problem: "It is a link, and links are not followed.", isLasting: false });
});

it.skipIf(process.platform === "win32")("does not wait for anybody to write into a pipe", async () => {
  execFileSync("mkfifo", [cache.at("pipe.xml")]);
  expect(await read("pipe.xml")).toEqual({ problem: "It is no file.", isLasting: true });
});
