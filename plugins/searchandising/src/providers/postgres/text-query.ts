import type { QueryTerm } from "../../ranking/bm25f"

/** Tokens are letters and digits only, so quoting is all the escaping there is to do. */
const quoted = (token: string): string => `'${token.replace(/['\\]/g, "")}'`

const termQuery = (term: QueryTerm): string =>
  `(${term.alternatives.map(({ tokens }) => tokens.map(quoted).join(" & ")).join(" | ")})`

export const everyTerm = (terms: readonly QueryTerm[]): string => terms.map(termQuery).join(" & ")

export const anyTerm = (terms: readonly QueryTerm[]): string => terms.map(termQuery).join(" | ")

/** Documents whose type field (weight B) has all these words. */
export const typeQuery = (words: readonly string[]): string => words.map((word) => `${quoted(word)}:B`).join(" & ")
