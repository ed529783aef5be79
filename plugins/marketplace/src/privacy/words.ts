/** What stands in place of a free text. */
export const ERASED = "(effacé / erased)"

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/**
 * Takes a person's e-mail and names out of a text that somebody else wrote. Names of two letters stay: they would take
 * words apart; a first name alone stays a word as well.
 */
export function withoutPerson(text: string, { email, names }: { email: string; names: readonly string[] }): string {
  const words = [email, ...names.flatMap((name) => [name, ...name.split(/\s+/).slice(1)])]
    .map((each) => each.trim())
    .filter((each) => each.length > 2)
    .sort((a, b) => b.length - a.length)
  return words.reduce(
    (left, word) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "giu"), "—"),
    text,
  )
}
