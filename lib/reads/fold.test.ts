import { expect, it } from "vitest";
import { fold, foldWords } from "./fold";

it.each([
  ["Novák", "novak"],
  ["NOVÁK", "novak"],
  ["Jürgen Straße", "jurgen strasse"],
  ["Łukasz Øster", "lukasz oster"],
  ["İpek Işık", "ipek isik"],
  ["CORP\\jnovak", "corp\\jnovak"],
  ["Zoe\u0308", "zoe"],
  ["Иван", "иван"],
])("%s is searched as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it("takes a search apart into words", () => {
  expect(foldWords("  Jana \t Nováková ")).toEqual(["jana", "novakova"]);
  expect(foldWords(undefined)).toEqual([]);
});
