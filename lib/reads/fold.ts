/** Beyond plain ASCII: only such text costs a normalisation. */
const NOT_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{Mn}/gu;
/** Letters that Unicode does not take apart, as people without them on their keyboard type them. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Text as it is searched and sorted: lower case, without accents, so that "novak" finds "Novák". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** The words of a search; every one of them has to be found. */
export function foldWords(text: string | undefined): string[] {
  return fold(text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
}
