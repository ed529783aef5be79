const MARKS = /\p{M}+/gu
const NOT_WORD = /[^\p{L}\p{N}]+/gu

/** Lower case, no accents, words apart by one space, plain plurals singular: «Mugs émaillés» is "mug emaille". */
export function normalise(text: string): string {
  return words(text).join(" ")
}

export function words(text: string): string[] {
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(NOT_WORD, " ").trim()
  return plain === "" ? [] : plain.split(" ").map(singular)
}

/** French and English plurals in -s, French ones in -x; short words and -ss (glass) stay as they are. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word
  return word.endsWith("s") || word.endsWith("x") ? word.slice(0, -1) : word
}
