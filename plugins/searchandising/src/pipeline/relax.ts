import { NO_FACETS, type RetrievalPlan, type RetrievalResult } from "../providers/postgres/plan"
import type { Locale } from "../ports"
import type { Engine } from "./engine"
import type { Trace } from "./trace"
import type { Understood } from "./understand"

export interface Relaxed {
  readonly kind: "WORDS" | "FILTERS" | "POPULAR"
  readonly label: string
}

const LABELS: Readonly<Record<Relaxed["kind"], Readonly<Record<Locale, string>>>> = {
  WORDS: {
    fr: "Aucun article ne réunit tous vos mots ; voici ceux qui s’en approchent le plus.",
    en: "Nothing has all of your words; these come closest.",
  },
  FILTERS: {
    fr: "Rien avec ces filtres ; voici la même recherche sans eux.",
    en: "Nothing with these filters; here is the same search without them.",
  },
  POPULAR: {
    fr: "Rien pour cette recherche ; voici nos articles les plus demandés.",
    en: "Nothing for this search; here is what sells best.",
  },
}

/**
 * Retrieves, and when nothing is found goes down the ladder: fewer words (the engine already filled up by the rare
 * ones), no filters, the best of the shop. Each rung says what it is; the scope stays on all of them.
 */
export async function retrieveOrRelax(
  engine: Engine,
  plan: RetrievalPlan,
  asked: { readonly asked: string | null; readonly locale: Locale; readonly typed: Understood | null },
  trace: Trace,
): Promise<{ result: RetrievalResult; relaxed: Relaxed | null }> {
  const label = (kind: Relaxed["kind"]): Relaxed => ({ kind, label: LABELS[kind][asked.locale] })
  const nothingToSearch = asked.asked !== null && plan.terms.length === 0
  const result = nothingToSearch ? null : await engine.retrieve(plan)
  if (result && (result.total > 0 || result.present.length > 0)) {
    trace.step("retrieve", "RETRIEVED", { every: result.every, total: result.total })
    const loose = plan.terms.length > 1 && result.every === 0 && result.total > 0
    if (loose) trace.step("ladder", "FEWER_WORDS")
    return { result, relaxed: loose ? label("WORDS") : null }
  }
  const filtered = plan.filters.length > 0
  if (filtered && !nothingToSearch) {
    const without = await engine.retrieve({ ...plan, filters: [] })
    if (without.total > 0) {
      trace.step("ladder", "WITHOUT_FILTERS")
      return { result: without, relaxed: label("FILTERS") }
    }
  }
  // An empty category is an empty category; only a search is answered with something else.
  if (asked.asked === null && result) return { result, relaxed: null }
  trace.step("ladder", "BEST_OF_SHOP")
  const popular = await engine.retrieve({
    ...plan,
    terms: [],
    rareTerms: [],
    typeWords: [],
    filters: [],
    // Counts of the whole shop beside its two dozen best would not fit them, and are the dearest to count.
    facets: NO_FACETS,
    take: Math.min(plan.take, 24),
    skip: 0,
  })
  return { result: { ...popular, total: Math.min(popular.total, 24) }, relaxed: label("POPULAR") }
}
