import type { Corpus, QueryTerm } from "../ranking/bm25f"
import { rareTerms } from "../query/ladder"
import { probesOf, spell } from "../query/spelling"
import { expand, type Expansion } from "../query/synonyms"
import { typeOfQuery, typeTokens } from "../product-type/derive-type"
import { queryTokens } from "../text/tokens"
import type { Engine } from "./engine"
import type { Trace } from "./trace"

/** What a typed query means to the index. */
export interface Understood {
  readonly typed: readonly string[]
  /** What is searched, in words. */
  readonly tokens: readonly string[]
  readonly corrected: string | null
  readonly terms: readonly QueryTerm[]
  readonly rare: readonly QueryTerm[]
  readonly corpus: Corpus
  /** Words that the index keeps for the type the query names; empty when it names none. */
  readonly typeWords: readonly string[]
}

export async function understand(
  engine: Engine,
  query: string,
  expansions: ReadonlyMap<string, Expansion>,
  trace: Trace,
): Promise<Understood> {
  const typed = queryTokens(query)
  trace.step("normalise", "READ", { words: typed.join(" ") })
  // Words of possible synonyms come along, so that one question to the index is enough.
  const synonymWords = [...expansions.values()]
    .filter(({ from }) => from.every((word) => typed.includes(word)))
    .flatMap(({ to }) => to.flat())
  const analysis = await engine.analyse(typed, [...probesOf(typed), ...synonymWords])
  const spelled = spell(typed, analysis)
  if (spelled.corrected) trace.step("spelling", "CORRECTED", { from: typed.join(" "), to: spelled.corrected.join(" ") })
  const { terms, used } = expand(spelled.words, expansions)
  for (const { from, to } of used)
    trace.step("synonyms", "SAME_AS", { from: from.join(" "), to: to.map((words) => words.join(" ")).join(", ") })
  const tokens = spelled.words.map((word) => word.token)
  const known = await frequencies(engine, analysis.documentsWith, terms)
  const documentsWith = (token: string) => known[token] ?? 0
  const named = typeOfQuery(tokens)
  if (named?.same) trace.step("type", "NAMES_TYPE", { type: named.entry.en, typeFr: named.entry.fr })
  return {
    typed,
    tokens,
    corrected: spelled.corrected?.join(" ") ?? null,
    terms,
    rare: rareTerms(terms, analysis.documents, documentsWith),
    corpus: { documents: analysis.documents, averageLength: analysis.averageLength, documentsWith },
    typeWords: named?.same ? typeTokens(named.entry) : [],
  }
}

/** Corrected words and their synonyms were not in the first question. */
async function frequencies(engine: Engine, known: Readonly<Record<string, number>>, terms: readonly QueryTerm[]) {
  const missing = terms
    .flatMap((term) => term.alternatives.flatMap((alternative) => alternative.tokens))
    .filter((token) => known[token] === undefined)
  if (missing.length === 0) return known
  const more = await engine.analyse([], [...new Set(missing)])
  return { ...known, ...more.documentsWith }
}
